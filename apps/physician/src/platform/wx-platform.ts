import { prefixedStrings } from './prefixed-strings'
import { PlatformError, type Platform } from './port'
import { uuidFrom } from './uuid'
import type { Wx } from './wx'
import { wxPictures } from './wx-pictures'

const timeout = 15_000

/** The port over `wx`, inside WeCom or WeChat. `apiBase` is the host's address without a slash at its end. */
export const wxPlatform = (wx: Wx, apiBase: string, random: () => number): Platform => {
  const system = wx.getSystemInfoSync()
  const app = system.environment === 'wxwork' ? 'wecom' : 'wechat'
  return {
    environment: async () => ({ app, statusBarHeight: system.statusBarHeight ?? 20, bottomInset: 'environment' }),
    signInCode: () =>
      new Promise((resolve, reject) => {
        const refused = (why: string | undefined) => reject(new PlatformError('login-refused', why ?? 'no code'))
        const options = {
          success: ({ code }: { code?: string }) => (code ? resolve(code) : refused(undefined)),
          fail: ({ errMsg }: { errMsg?: string }) => refused(errMsg),
        }
        if (app === 'wechat') wx.login(options)
        else if (wx.qy) wx.qy.login(options)
        else refused('wx.qy is missing')
      }),
    request: (call) =>
      new Promise((resolve, reject) =>
        wx.request({
          url: apiBase + call.path,
          method: call.method,
          header: { ...call.headers },
          ...(call.body === undefined ? {} : { data: call.body }),
          dataType: 'json',
          timeout,
          success: ({ statusCode, data }) => resolve({ status: statusCode, body: data ?? null }),
          fail: ({ errMsg }) => reject(new PlatformError('unreachable', errMsg ?? 'request failed')),
        }),
      ),
    kept: prefixedStrings('physician:', {
      get: (key) => String(wx.getStorageSync(key) ?? ''),
      set: (key, value) => wx.setStorageSync(key, value),
      remove: (key) => wx.removeStorageSync(key),
    }),
    pictures: wxPictures(wx),
    hostBase: apiBase,
    newId: () => uuidFrom(random),
    onVisibility: () => () => undefined,
  }
}
