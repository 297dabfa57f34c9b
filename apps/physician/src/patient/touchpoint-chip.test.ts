import { reasonCode, touchpointState } from '@suixing/contracts'
import { touchpointChip } from './touchpoint-chip'

const chip = (state: string, code: string) =>
  touchpointChip({
    state: touchpointState.parse(state),
    reason: { code: reasonCode.parse(code), params: {} },
    reasonText: { zh: '在安静时段 21:00–08:00', en: '' },
  })

it('never shows a state without its reason', () => {
  for (const state of touchpointState.options) expect(chip(state, 'sent').reason).toBe('在安静时段 21:00–08:00')
})

it('tells put off from planned, and merged from skipped', () => {
  expect(chip('planned', 'planned-by-step')).toMatchObject({ state: '已计划', tone: 'plain' })
  expect(chip('planned', 'moved-with-event')).toMatchObject({ state: '已计划' })
  expect(chip('planned', 'in-quiet-hours')).toMatchObject({ state: '已推迟', tone: 'warn' })
  expect(chip('skipped', 'too-late')).toMatchObject({ state: '已跳过' })
  expect(chip('skipped', 'merged-into')).toMatchObject({ state: '已合并' })
})

it('is red only where sending failed', () => {
  const red = touchpointState.options.filter((state) => chip(state, 'sent').tone === 'urgent')
  expect(red).toEqual(['failed'])
})
