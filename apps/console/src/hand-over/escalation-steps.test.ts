import { escalationSteps } from './escalation-steps'

const now = '2026-11-24T02:48:00.000Z'
const told = [
  { at: '2026-11-24T02:12:00.000Z', names: ['林致远'], why: { zh: '负责医生', en: 'responsible physician' } },
  { at: '2026-11-24T02:42:00.000Z', names: ['周宁', '何静'], why: { zh: '30 分钟没人接手', en: 'nobody took it' } },
]
const open = {
  startedAt: told[0]!.at,
  told,
  nextAt: '2026-11-24T03:12:00.000Z',
  acknowledgedAt: null,
  acknowledgedBy: null,
}

it('says who was told, and when the next one is', () =>
  expect(escalationSteps(open, now).map(({ tone, words, when, why }) => [tone, words, when, why])).toEqual([
    ['past', '已告诉 林致远', '今天 10:12', '负责医生'],
    ['past', '已告诉 周宁、何静', '今天 10:42', '30 分钟没人接手'],
    ['next', '没人接手就告诉下一位', '今天 11:12', '还有 24 分钟'],
  ]))

it('ends with who took it, and promises nobody else then', () => {
  const steps = escalationSteps({ ...open, acknowledgedAt: now, acknowledgedBy: '周宁' }, now)
  expect(steps.at(-1)).toMatchObject({ tone: 'done', words: '周宁 已接手' })
  expect(steps.some(({ tone }) => tone === 'next')).toBe(false)
})

it('does not hide that nobody could be told', () =>
  expect(
    escalationSteps({ ...open, told: [{ ...told[0]!, names: [] }], nextAt: null }, now).map(({ words }) => words),
  ).toEqual(['没有人可以告诉']))
