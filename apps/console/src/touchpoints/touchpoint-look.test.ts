import { touchpointState } from '@suixing/contracts'
import { deferredTouchpoint } from '../../testing/touchpoint-fixture'
import { stepLook, touchpointLook } from './touchpoint-look'
import { touchpointOrder } from './touchpoint-order'
import { dueInstants, ladder } from './ladder'
import { verdictSentence } from './verdict-sentence'

const reason = (code: 'sent' | 'merged-into' | 'handed-to-person' | 'moved-with-event') => ({ code, params: {} })
const now = '2026-11-24T02:48:00.000Z'
const night = { from: 1260, to: 480 }

it('has a word of its own for every state', () => {
  const words = touchpointState.options.map((to) => stepLook({ from: null, to, reason: reason('sent') }).word)
  expect(new Set(words).size).toBe(touchpointState.options.length)
})

it('tells a defer from a plan, a move from both, a merge and a hand-over from a skip', () => {
  expect(stepLook({ from: 'due', to: 'planned', reason: reason('sent') }).word).toBe('已推迟')
  expect(stepLook({ from: 'planned', to: 'planned', reason: reason('moved-with-event') }).word).toBe('已改期')
  expect(stepLook({ from: 'due', to: 'skipped', reason: reason('merged-into') }).word).toBe('已合并')
  expect(stepLook({ from: 'due', to: 'handed-over', reason: reason('handed-to-person') }).word).toBe('已转给人')
  expect(stepLook({ from: 'due', to: 'handed-over', reason: reason('sent') }).word).toBe('已交出')
})

it('trusts the state when the history does not end in it', () => {
  expect(touchpointLook(deferredTouchpoint).word).toBe('已推迟')
  expect(touchpointLook({ ...deferredTouchpoint, state: 'failed' }).word).toBe('没发成')
  expect(touchpointLook({ ...deferredTouchpoint, history: [] }).word).toBe('已计划')
})

it('puts what comes soonest first and what was latest first', () => {
  const at = (id: string, due: string, state: 'planned' | 'delivered') => ({ ...deferredTouchpoint, id, due, state })
  const { coming, past } = touchpointOrder([
    at('c2', '2026-11-26T00:00:00.000Z', 'planned'),
    at('p1', '2026-11-20T00:00:00.000Z', 'delivered'),
    at('c1', '2026-11-25T00:00:00.000Z', 'planned'),
    at('p2', '2026-11-21T00:00:00.000Z', 'delivered'),
  ])
  expect([coming, past].map((list) => list.map(({ id }) => id))).toEqual([
    ['c1', 'c2'],
    ['p2', 'p1'],
  ])
})

it('says why in one sentence', () => {
  expect(verdictSentence(deferredTouchpoint, now, 'Asia/Shanghai')).toBe('今天 17:42 再发，因为在安静时段')
  const failed = {
    ...deferredTouchpoint,
    state: 'failed' as const,
    history: [{ ...deferredTouchpoint.history[1]!, to: 'failed' as const }],
    reasonText: { zh: '对方已删好友', en: '' },
  }
  expect(verdictSentence(failed, now, 'Asia/Shanghai')).toBe('昨天 21:04 没发成，因为对方已删好友')
})

it('keeps each due instant once, in the order they held', () => {
  expect(dueInstants(deferredTouchpoint)).toEqual(['2026-11-23T13:04:00.000Z', '2026-11-24T09:42:00.000Z'])
})

it('places dues, now and quiet hours in order on the ladder', () => {
  const { marks, quiet, axis } = ladder(deferredTouchpoint, now, 'Asia/Shanghai', night, 724)
  const x = Object.fromEntries(marks.map((mark) => [mark.kind, mark.x]))
  expect(axis[0]).toBeLessThan(x['due-before']!)
  expect(x['due-before']!).toBeLessThan(x.now!)
  expect(x.now!).toBeLessThan(x.due!)
  expect(x.due!).toBeLessThan(axis[1])
  expect(quiet[0]!.until).toBe('2026-11-24T00:00:00.000Z')
  expect(quiet[0]!.x + quiet[0]!.width).toBeLessThan(x.now!)
})

it('leaves now out when it is far, and quiet hours when they are unknown', () => {
  const { marks, quiet } = ladder(deferredTouchpoint, '2027-01-24T02:48:00.000Z', 'Asia/Shanghai', null, 724)
  expect(marks.map(({ kind }) => kind)).toEqual(['due-before', 'due'])
  expect(quiet).toEqual([])
})
