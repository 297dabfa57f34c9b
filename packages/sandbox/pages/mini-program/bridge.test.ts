import { answerBridge, PhoneRefusal } from './bridge'
import type { Phone } from './bridge'

const phone: Phone = {
  environment: () => ({ app: 'wechat', statusBarHeight: 44, launch: { path: 'pages/today/index', query: {} } }),
  login: () => Promise.resolve({ code: 'c1' }),
  qyLogin: () => Promise.reject(new PhoneRefusal('qyLogin:fail not in wecom')),
  openCustomerServiceChat: ({ url }) => (url ? Promise.resolve({}) : Promise.reject(new Error('no url'))),
  requestSubscribeMessage: ({ tmplIds }) => Promise.resolve(Object.fromEntries(tmplIds.map((id) => [id, 'accept']))),
  chooseFile: () => Promise.resolve({ name: 'a.csv', base64: 'YQ==' }),
  chooseImage: ({ count }) =>
    Promise.resolve({
      files: Array.from({ length: count ?? 9 }, () => ({ name: 'a.jpg', type: 'image/jpeg', base64: '' })),
    }),
  recordVoice: () => Promise.reject(new PhoneRefusal('recordVoice:fail auth deny')),
  previewImage: () => Promise.resolve({}),
  makePhoneCall: () => Promise.reject(new PhoneRefusal('makePhoneCall:fail cancel')),
  close: () => ({}),
}
const ask = (method: string, params?: unknown) =>
  answerBridge(phone, { bridge: 'suixing-phone', id: 7, method, params })

test('a request is answered under its id', async () => {
  expect(await ask('login')).toEqual({ bridge: 'suixing-phone', id: 7, result: { code: 'c1' } })
})

test('parameters reach the phone', async () => {
  expect(await ask('requestSubscribeMessage', { tmplIds: ['t1'] })).toMatchObject({ result: { t1: 'accept' } })
})

test('a refusal keeps its words, any other failure names the method', async () => {
  expect(await ask('qyLogin')).toMatchObject({ error: { errMsg: 'qyLogin:fail not in wecom' } })
  expect(await ask('openCustomerServiceChat', { url: '' })).toMatchObject({
    error: { errMsg: 'openCustomerServiceChat:fail no url' },
  })
})

test.each([
  ['recordVoice', { error: { errMsg: 'recordVoice:fail auth deny' } }],
  ['previewImage', { result: {} }],
  ['makePhoneCall', { error: { errMsg: 'makePhoneCall:fail cancel' } }],
])('%s reaches the phone', async (method, expected) => {
  expect(await ask(method)).toMatchObject(expected)
})

test.each(['scanCode', 'constructor', '__proto__'])('%s is not a method of the phone', async (method) => {
  expect(await ask(method)).toMatchObject({ error: { errMsg: `${method}:fail not supported` } })
})

test.each([null, 'text', { bridge: 'other', id: 1, method: 'login' }, { bridge: 'suixing-phone', event: 'show' }])(
  'a message of somebody else is left alone: %j',
  async (message) => {
    expect(await answerBridge(phone, message)).toBeNull()
  },
)
