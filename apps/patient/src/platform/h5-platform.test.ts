/** @jest-environment jsdom */
import { frameVisible } from '@suixing/ui'
import Taro from '@tarojs/taro'
import type { Phone } from './bridged-phone'
import { h5Platform } from './h5-platform'
import { MemoryPlatform } from './memory-platform'

const { storage } = new MemoryPlatform()
const refuse = () => Promise.reject(new Error('SecurityError'))
const outside = { base: '', storage, shelf: { put: refuse, get: refuse, remove: refuse } }
const phoneAnswering = (answers: Record<string, unknown>) => {
  const asked: [string, object | undefined][] = []
  const listeners: ((event: 'show' | 'hide') => void)[] = []
  const phone: Phone = {
    ask: async (method, params) => {
      asked.push([method, params])
      if (!(method in answers)) throw new Error(`${method}:fail`)
      return answers[method] as never
    },
    onEvent: (listener) => void listeners.push(listener),
  }
  return { phone, asked, say: (event: 'show' | 'hide') => listeners.forEach((listener) => listener(event)) }
}

test('in a phone frame it is the phone that is asked', async () => {
  const { phone, asked } = phoneAnswering({
    environment: { app: 'wechat', statusBarHeight: 44, launch: { path: '', query: {} } },
    login: { code: 'c1' },
    openCustomerServiceChat: {},
    chooseFile: { name: 'a.csv', base64: 'AQI=' },
  })
  const platform = h5Platform({ ...outside, phone })
  expect(await platform.surroundings()).toMatchObject({ app: 'wechat', statusBarHeight: 44, bottomInset: 34 })
  expect(await platform.login()).toBe('c1')
  await platform.openCustomerServiceChat({ url: 'https://a', corpId: 'ww1' })
  const file = await platform.chooseFile()
  expect([file?.name, [...new Uint8Array(file?.bytes ?? new ArrayBuffer(0))]]).toEqual(['a.csv', [1, 2]])
  expect(asked[2]).toEqual(['openCustomerServiceChat', { url: 'https://a', corpId: 'ww1' }])
})

test('no file chosen is no error', async () => {
  expect(await h5Platform({ ...outside, phone: phoneAnswering({}).phone }).chooseFile()).toBeNull()
})

test('in a plain browser nobody can be signed in', async () => {
  const platform = h5Platform({ ...outside, phone: null })
  expect(await platform.surroundings()).toMatchObject({ app: 'none' })
  await expect(platform.login()).rejects.toThrow('no phone')
})

test('the frame says when the app is out of sight', () => {
  const { phone, say } = phoneAnswering({})
  h5Platform({ ...outside, phone })
  const heard: boolean[] = []
  Taro.eventCenter.on(frameVisible, (visible: boolean) => heard.push(visible))
  say('hide')
  say('show')
  expect(heard).toEqual([false, true])
})

test('the query of the page address is what the app was opened with', () => {
  window.location.hash = '#/pages/today/index?entry=card-key'
  expect(h5Platform({ ...outside, phone: null }).launchQuery()).toEqual({ entry: 'card-key' })
})

test.each([
  ['words', '{}', 15_000],
  ['a file', new ArrayBuffer(8), 60_000],
] as const)('a request that hangs is given up: %s', async (_, body, ms) => {
  jest.useFakeTimers()
  const fetchBefore = globalThis.fetch
  const hanging = (_path: string, { signal }: { signal: AbortSignal }) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
  globalThis.fetch = hanging as unknown as typeof fetch
  try {
    const platform = h5Platform({ ...outside, phone: null })
    const ended = jest.fn()
    platform.request({ method: 'POST', path: '/api/a', headers: {}, body }).catch(ended)
    await jest.advanceTimersByTimeAsync(ms - 1)
    expect(ended).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1)
    expect(ended).toHaveBeenCalledTimes(1)
  } finally {
    globalThis.fetch = fetchBefore
    jest.useRealTimers()
  }
})
