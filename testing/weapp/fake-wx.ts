/** A request as wx.request got it; `data` is text or a file's bytes. */
export interface WxRequest {
  readonly url: string
  readonly method: string
  readonly header: Record<string, string>
  readonly data?: unknown
  readonly dataType?: string
}
/** What the host answers, parsed or as text as the app asks for. */
export interface WxAnswer {
  readonly statusCode: number
  readonly data: unknown
}

type Callbacks = {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
}

const later = (callbacks: Callbacks, result: object, kind: 'success' | 'fail' = 'success'): void =>
  void setTimeout(() => {
    callbacks[kind]?.(result)
    callbacks.complete?.(result)
  }, 0)

const system = {
  platform: 'devtools',
  windowWidth: 375,
  windowHeight: 812,
  screenWidth: 375,
  screenHeight: 812,
  pixelRatio: 2,
  statusBarHeight: 44,
  SDKVersion: '3.7.0',
  theme: 'light',
}

/** Selector queries end at once without an answer: nothing is laid out here. */
const selectorQuery = () => {
  const asked: null[] = []
  const query = {
    in: () => query,
    select: () => ({
      node: () => (asked.push(null), query),
      boundingClientRect: () => (asked.push(null), query),
      fields: () => (asked.push(null), query),
      context: () => (asked.push(null), query),
    }),
    exec: (heard?: (answers: null[]) => void) => void setTimeout(() => heard?.(asked), 0),
  }
  return query
}

/** Recorded call of a wx API by name. */
export interface WxCall {
  readonly name: string
  readonly options: unknown
}

/**
 * A wx of the mini-program kind with memory for storage. `request` answers for the host; `extra` adds or replaces APIs
 * (e.g. wx.qy). Everything called with options is kept in `calls`. Navigation is added by the weapp host.
 */
export const createFakeWx = (outside: {
  /** Null: nothing answers. */
  request: (request: WxRequest) => WxAnswer | null
  /** What the phone keeps; give the same again to play a restart of the app. */
  storage?: Map<string, unknown>
  launchQuery?: Record<string, string>
  extra?: Record<string, unknown>
}) => {
  const calls: WxCall[] = []
  const kept = outside.storage ?? new Map<string, unknown>()
  const online: ((state: { isConnected: boolean }) => void)[] = []
  let logins = 0
  const recorded = (name: string, answer: object) => (options: Callbacks) => {
    calls.push({ name, options })
    later(options, answer)
  }
  const launch = { path: '', query: outside.launchQuery ?? {}, scene: 1001, referrerInfo: {} }
  const api: Record<string, unknown> = {
    webpackJsonp: [],
    getSystemInfoSync: () => system,
    getWindowInfo: () => system,
    getDeviceInfo: () => system,
    getAppBaseInfo: () => system,
    getAccountInfoSync: () => ({ miniProgram: {} }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    canIUse: () => true,
    nextTick: (then: () => void) => void setTimeout(then, 0),
    createSelectorQuery: selectorQuery,
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
    removeStorageSync: (key: string) => void kept.delete(key),
    login: (options: Callbacks) => later(options, { code: `code-${++logins}`, errMsg: 'login:ok' }),
    request: (options: WxRequest & Callbacks) => {
      calls.push({ name: 'request', options })
      const answer = outside.request(options)
      if (!answer) {
        later(options, { errMsg: 'request:fail' }, 'fail')
        return { abort: () => undefined }
      }
      const { statusCode, data } = answer
      // WeChat parses JSON unless the app asks for something else.
      const parsed = (options.dataType ?? 'json') === 'json'
      later(options, { statusCode, data: parsed ? data : JSON.stringify(data), header: {}, errMsg: 'request:ok' })
      return { abort: () => undefined }
    },
    openCustomerServiceChat: recorded('openCustomerServiceChat', { errMsg: 'openCustomerServiceChat:ok' }),
    requestSubscribeMessage: recorded('requestSubscribeMessage', { errMsg: 'requestSubscribeMessage:ok' }),
    pageScrollTo: recorded('pageScrollTo', { errMsg: 'pageScrollTo:ok' }),
    makePhoneCall: recorded('makePhoneCall', { errMsg: 'makePhoneCall:ok' }),
    onNetworkStatusChange: (listener: (state: { isConnected: boolean }) => void) => void online.push(listener),
    ...outside.extra,
  }
  const comeOnline = () => online.forEach((listener) => listener({ isConnected: true }))
  return { api, calls, launch, comeOnline }
}
/** A fake wx with what it recorded. */
export type FakeWx = ReturnType<typeof createFakeWx>
