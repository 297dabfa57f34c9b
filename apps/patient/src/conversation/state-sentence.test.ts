import { messages } from '../../testing/fixture-people'
import { stateSentence } from './state-sentence'

const now = '2026-11-24T01:00:00.000Z'
const lin = { name: '林致远', title: '主治医师' }
const quiet = { waitingSince: null, opensAt: null, answeredBy: null, messages: [], now }

test.each([
  [{ state: 'assistant' }, '智能助手在，拿不准会转给人'],
  [{ state: 'waiting', answeredBy: lin, waitingSince: '2026-11-24T00:48:00.000Z' }, '已转给林致远医生，等了 12 分钟'],
  [{ state: 'waiting', waitingSince: '2026-11-24T00:59:30.000Z' }, '已转给医护团队，刚刚'],
  [{ state: 'waiting', waitingSince: '2026-11-23T23:00:00.000Z' }, '已转给医护团队，等了 2 小时'],
  [{ state: 'waiting', waitingSince: '2026-11-23T22:55:00.000Z' }, '已转给医护团队，等了 2 小时 5 分钟'],
  [{ state: 'waiting', waitingSince: now, opensAt: '明天 08:00' }, '已转给医护团队，明天 08:00 有人看'],
  [{ state: 'person', answeredBy: { name: '周宁', title: '健康管理师' } }, '周宁 健康管理师在回'],
  [{ state: 'person', messages }, '林致远医生在回'],
  [{ state: 'person' }, '医护人员在回'],
] as const)('%j', (part, sentence) => {
  expect(stateSentence({ ...quiet, ...part })).toBe(sentence)
})
