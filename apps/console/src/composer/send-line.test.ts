import { sendLine } from './send-line'

const now = '2026-11-24T02:48:00.000Z'
const open = { open: true, left: 3, closesAt: '2026-11-26T02:12:00.000Z' }
const sendable = { window: open, client: null, subscribeCredits: 0, now }

it('says how many the window takes and until when', () =>
  expect(sendLine(sendable, 'reply')).toEqual({
    tone: 'ok',
    words: '发到微信客服 · 还可发 3 条 · 到 11月26日 10:12',
  }))

it.each([
  [{ open: false, left: 0, closesAt: null }, 2, '客服窗口已关 · 会发到小程序对话 · 会用一次订阅消息提醒患者'],
  [{ ...open, left: 0 }, 0, '客服窗口的条数用完了 · 会发到小程序对话 · 患者没有可用的订阅提醒，打开小程序才看得到'],
])('says where it goes instead and whether the patient is told', (window, subscribeCredits, words) =>
  expect(sendLine({ ...sendable, window, subscribeCredits }, 'reply')).toEqual({ tone: 'warn', words }),
)

it('says that somebody answers in the client, and that a note may be written all the same', () => {
  const taken = { ...sendable, client: { name: '周宁' } }
  expect(sendLine(taken, 'reply')).toMatchObject({ tone: 'blocked', words: expect.stringContaining('周宁') as string })
  expect(sendLine(taken, 'note').tone).toBe('note')
})
