import type { Wx } from './wx'
import { wxPlatform } from './wx-platform'

const wxWith = (over: Partial<Wx> = {}): Wx => ({
  getSystemInfoSync: () => ({ statusBarHeight: 47 }),
  login: ({ success }) => success({ code: 'wechat-code' }),
  request: ({ url, success }) => success({ statusCode: 200, data: { url } }),
  getStorageSync: () => '',
  setStorageSync: () => undefined,
  removeStorageSync: () => undefined,
  chooseImage: ({ fail }) => fail({ errMsg: 'chooseImage:fail cancel' }),
  getFileSystemManager: () => {
    throw new Error('no file is asked for here')
  },
  ...over,
})
const platformOf = (wx: Wx) => wxPlatform(wx, 'https://host.test', () => 0.5)

describe('wxPlatform', () => {
  it('signs in by wx.qy.login inside WeCom', async () => {
    const platform = platformOf(
      wxWith({
        getSystemInfoSync: () => ({ environment: 'wxwork', statusBarHeight: 44 }),
        qy: { login: ({ success }) => success({ code: 'wecom-code' }) },
      }),
    )
    expect(await platform.environment()).toEqual({ app: 'wecom', statusBarHeight: 44, bottomInset: 'environment' })
    expect(await platform.signInCode()).toBe('wecom-code')
  })

  it('signs in by wx.login inside WeChat', async () => {
    const platform = platformOf(wxWith())
    expect(await platform.environment()).toEqual({ app: 'wechat', statusBarHeight: 47, bottomInset: 'environment' })
    expect(await platform.signInCode()).toBe('wechat-code')
  })

  it('says what the phone refused', async () => {
    const platform = platformOf(wxWith({ login: ({ fail }) => fail({ errMsg: 'login:fail 42013' }) }))
    await expect(platform.signInCode()).rejects.toMatchObject({ code: 'login-refused', message: 'login:fail 42013' })
  })

  it('takes an error status for an answer and silence for unreachable', async () => {
    const call = { method: 'GET' as const, path: '/api/physician/patients', headers: {} }
    const forbidden = platformOf(
      wxWith({ request: ({ success }) => success({ statusCode: 403, data: { code: 'forbidden' } }) }),
    )
    expect(await forbidden.request(call)).toEqual({ status: 403, body: { code: 'forbidden' } })
    const silent = platformOf(wxWith({ request: ({ fail }) => fail({ errMsg: 'request:fail timeout' }) }))
    await expect(silent.request(call)).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('sends the text it was given to the address it was built with', async () => {
    const seen: { url: string; data?: string | ArrayBuffer }[] = []
    const platform = platformOf(
      wxWith({
        request: (options) => {
          seen.push(options)
          options.success({ statusCode: 200, data: null })
        },
      }),
    )
    await platform.request({
      method: 'POST',
      path: '/api/x',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"好"}',
    })
    expect(seen[0]).toMatchObject({
      url: 'https://host.test/api/x',
      data: '{"text":"好"}',
      header: { 'content-type': 'application/json' },
    })
  })
})
