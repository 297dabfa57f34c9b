import { windowLine } from './window-line'

const now = '2026-11-23T02:15:00.000Z'
const wang = { id: 'wang', name: '王秀兰', gender: 'female' as const, age: 68 }
const line = (
  window: { open: boolean; left: number; closesAt: string | null },
  rest: { credits?: number; client?: string; patient?: null } = {},
) =>
  windowLine({
    now,
    subscribeCredits: rest.credits ?? 0,
    client: rest.client === undefined ? null : { name: rest.client },
    conversation: { window, patient: rest.patient === null ? null : wang },
  })
const tomorrow = '2026-11-24T01:12:00.000Z'

it('says how many are left and until when', () => {
  expect(line({ open: true, left: 3, closesAt: tomorrow })).toEqual({
    tone: 'open',
    text: '微信客服 还可发 3 条 · 到 明天 09:12',
    takes: 'message',
  })
})

it.each([
  [{ open: true, left: 0, closesAt: tomorrow }, 1, '微信客服这轮已发满，会发到小程序聊天，并用订阅消息通知患者'],
  [{ open: false, left: 0, closesAt: now }, 0, '微信客服已不能发送，会发到小程序聊天，没有订阅通知，患者打开才看到'],
  [{ open: false, left: 4, closesAt: null }, 2, '患者还没用过微信客服，会发到小程序聊天，并用订阅消息通知患者'],
])('falls back to the mini-program: %j with %d credits', (window, credits, text) => {
  expect(line(window, { credits })).toEqual({ tone: 'fallback', text, takes: 'message' })
})

it('takes only notes while somebody holds the session in WeCom', () => {
  expect(line({ open: true, left: 4, closesAt: tomorrow }, { client: '陈思远' })).toEqual({
    tone: 'held',
    text: '陈思远 正在企业微信里接待，这里可写内部备注',
    takes: 'note',
  })
})

it('cannot reach by mini-program whom nobody knows', () => {
  expect(line({ open: false, left: 0, closesAt: now }, { credits: 1, patient: null })).toMatchObject({ takes: 'note' })
})
