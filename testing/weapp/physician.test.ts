import { patientList, patientPage, physicianSignIn, replyAnswer, replyRequest } from '@suixing/contracts'
import { now } from '../../apps/physician/testing/browser/testdata/glucose'
import { cases } from '../../apps/physician/testing/browser/testdata/patients'
import { talkDesk } from '../../apps/physician/testing/browser/talk-desk'
import { ensureWeapp } from './build'
import { createFakeWx } from './fake-wx'
import type { WxAnswer, WxRequest } from './fake-wx'
import { runWeapp, type RunningWeapp } from './weapp-host'

const minutes = 60_000
const staff = { id: 'lin', name: '林致远', title: '主治医师', role: 'physician' as const }
let folder = ''
let running: RunningWeapp | null = null

beforeAll(() => {
  folder = ensureWeapp('physician')
}, 10 * minutes)
afterEach(() => {
  running?.close()
  running = null
})

/** Answers by the contract, from the invented patients; what was asked is held to the contract too. */
const start = (environment?: 'wxwork') => {
  const signedIn: unknown[] = []
  const desk = talkDesk()
  const replies: { text: string; clientId: string }[] = []
  const answerTo = ({ url, method, data }: WxRequest): object | null => {
    const { pathname, searchParams } = new URL(url)
    const body = typeof data === 'string' ? (JSON.parse(data) as unknown) : {}
    const found = cases.find(({ row }) => pathname.startsWith(`/api/physician/patients/${row.id}`))
    if (pathname === '/api/physician/session') {
      signedIn.push(physicianSignIn.parse(body))
      return { token: 'token', expiresAt: '2026-12-24T00:00:00.000Z', staff }
    }
    const path = pathname + new URL(url).search
    const talk = desk.answer({ method, path, body: data instanceof ArrayBuffer ? data : body })
    if (talk) return talk
    if (pathname === '/api/physician/patients') {
      const rows = cases
        .map(({ row }) => row)
        .filter((row) => searchParams.get('filter') === 'all' || row.waitingSince !== null)
      const list = { unchanged: false, rows, waiting: rows.length, total: cases.length, cursor: 'c', now }
      return patientList.parse(list)
    }
    if (found && method === 'POST') {
      const reply = replyRequest.parse(body)
      replies.push(reply)
      const author = { kind: 'staff' as const, staffId: staff.id, name: staff.name, title: staff.title }
      const message = { id: 're', at: now, author, text: reply.text, channel: 'kf', state: 'sent' }
      const window = { open: true, left: 2, closesAt: '2026-11-26T00:00:00.000Z' }
      return replyAnswer.parse({ message, window, via: 'kf', told: 'not-needed' })
    }
    return found ? patientPage.parse({ unchanged: false, cursor: 'c', now, ...found.page }) : null
  }
  const request = (asked: WxRequest): WxAnswer => {
    const body = answerTo(asked)
    return body
      ? { statusCode: 200, data: body }
      : { statusCode: 404, data: { code: 'not-found', message: '', requestId: 'r' } }
  }
  const inWecom = {
    getSystemInfoSync: () => ({
      platform: 'ios',
      windowWidth: 375,
      windowHeight: 812,
      statusBarHeight: 44,
      pixelRatio: 2,
      SDKVersion: '3.7.0',
      environment,
    }),
    qy: { login: ({ success }: { success: (result: object) => void }) => success({ code: 'qy-code' }) },
  }
  const wx = createFakeWx({ request, ...(environment ? { extra: inWecom } : {}) })
  running = runWeapp(folder, wx)
  return { weapp: running, signedIn, replies, desk }
}

test.each([
  ['pages/inbox/index', '紧急 · 6 分'],
  ['pages/conversation/index?id=talk-wang', '智能助手拿不准 · 等了 14 分'],
  ['pages/patients/index', '王秀兰'],
  ['pages/patient/index?id=wang', '署名 林致远 主治医师'],
  ['pages/me/index', '林致远'],
])('%s opens without an error and shows what it is for', async (url, words) => {
  const { weapp } = start('wxwork')
  const page = weapp.open(url)
  await weapp.until(words, () => page.text.includes(words))
  expect(weapp.errors).toEqual([])
})

test('every page of app.json is opened above', () => {
  const { weapp } = start('wxwork')
  expect([...weapp.pages].sort()).toEqual([
    'pages/conversation/index',
    'pages/inbox/index',
    'pages/me/index',
    'pages/patient/index',
    'pages/patients/index',
  ])
})

test.each([
  ['wxwork', { code: 'qy-code', environment: 'wecom' }],
  [undefined, { code: 'code-1', environment: 'wechat' }],
] as const)('signs in by where it runs: %s', async (environment, expected) => {
  const { weapp, signedIn } = start(environment)
  const page = weapp.open('pages/patients/index')
  await weapp.until('the list', () => page.text.includes('王秀兰'))
  expect(signedIn).toEqual([expected])
})

test('replies once, with an id of its own', async () => {
  const { weapp, replies } = start('wxwork')
  const page = weapp.open('pages/patient/index?id=wang')
  await weapp.until('the composer', () => page.text.includes('署名 林致远 主治医师'))
  page.type('composer__text', '周四门诊我给您查脚。')
  await weapp.until('send', () => !page.has('composer__send--off'))
  page.tapClass('composer__send')
  page.tapClass('composer__send')
  await weapp.until('the reply', () => replies.length > 0)
  await weapp.until('an empty composer', () => page.has('composer__text--empty'))
  expect(replies).toEqual([{ text: '周四门诊我给您查脚。', clientId: expect.stringMatching(/^[0-9a-f-]{36}$/) }])
  expect(weapp.errors).toEqual([])
})

test('walks from the inbox into a conversation and sends once, as one message', async () => {
  const { weapp, desk } = start('wxwork')
  const inbox = weapp.open('pages/inbox/index')
  await weapp.until('who waits', () => inbox.text.includes('我这两天脚有点麻，要紧吗'))
  inbox.tap('王秀兰')
  await weapp.until('the conversation', () => weapp.front.text.includes('女儿 王芳'))
  const page = weapp.front
  page.type('composer__text', '周四门诊我给您查脚。')
  await weapp.until('send', () => !page.has('composer__send--off'))
  page.tapClass('composer__send')
  page.tapClass('composer__send')
  await weapp.until('one fewer left', () => page.text.includes('还可发 2 条'))
  expect(desk.asked).toEqual([
    { kind: 'text', text: '周四门诊我给您查脚。', clientId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ])
  expect(page.words.filter((words) => words === '周四门诊我给您查脚。')).toHaveLength(1)
  expect(weapp.errors).toEqual([])
})

test('keeps the draft of a conversation, and takes it over', async () => {
  const { weapp, desk } = start('wxwork')
  const first = weapp.open('pages/conversation/index?id=talk-wang')
  await weapp.until('the conversation', () => first.text.includes('女儿 王芳'))
  first.type('composer__text', '写到一半')
  await weapp.until('the draft', () => !first.has('composer__text--empty'))
  first.tap('接手')
  await weapp.until('mine', () => first.text.includes('您在接待'))
  const second = weapp.open('pages/conversation/index?id=talk-wang')
  await weapp.until('the draft again', () => second.text.includes('女儿 王芳') && !second.has('composer__text--empty'))
  expect(desk.acts).toContainEqual({ action: 'take' })
  expect(weapp.errors).toEqual([])
})
