import { useEffect } from 'react'

/** Taro's API for component tests in jsdom: what was asked is kept in `asked`; a test may replace any of it with jest.spyOn. */
export const asked: { readonly name: string; readonly options: unknown }[] = []
const records =
  (name: string) =>
  async (options?: unknown): Promise<unknown> => {
    asked.push({ name, options })
    return {}
  }

type Listener = (...given: unknown[]) => void
const listeners = new Map<string, Set<Listener>>()
const eventCenter = {
  on: (name: string, listener: Listener) => void listeners.set(name, (listeners.get(name) ?? new Set()).add(listener)),
  off: (name: string, listener?: Listener) =>
    void (listener ? listeners.get(name)?.delete(listener) : listeners.delete(name)),
  trigger: (name: string, ...given: unknown[]) => listeners.get(name)?.forEach((listener) => listener(...given)),
}

/** Shows, hides or scrolls the page under test, as the router and a finger do. */
export const page = {
  show: () => eventCenter.trigger('test:page-show'),
  hide: () => eventCenter.trigger('test:page-hide'),
  scroll: (scrollTop: number) => eventCenter.trigger('test:page-scroll', { scrollTop }),
}
const usePageEvent = (name: string, act: () => void) =>
  useEffect(() => {
    eventCenter.on(name, act)
    return () => eventCenter.off(name, act)
  })
export const useDidShow = (act: () => void) => usePageEvent('test:page-show', act)
export const useDidHide = (act: () => void) => usePageEvent('test:page-hide', act)
export const usePageScroll = (act: (at: { scrollTop: number }) => void) =>
  useEffect(() => {
    eventCenter.on('test:page-scroll', act as Listener)
    return () => eventCenter.off('test:page-scroll', act as Listener)
  })
export const useReady = (act: () => void) => useEffect(act, [])

type Share = (asked: { from: 'button' | 'menu' }) => { title: string; path: string } | undefined
/** What the page under test would share; null where nothing was said about it. */
export const share: { current: Share | null } = { current: null }
export const useShareAppMessage = (act: Share) =>
  useEffect(() => {
    share.current = act
    return () => {
      share.current = null
    }
  })

/** Parameters the page under test was opened with; a test writes them. */
export const router: { params: Record<string, string> } = { params: {} }
export const useRouter = () => router

/** Ends every question about nodes at once and without an answer: jsdom lays nothing out. */
const createSelectorQuery = () => {
  const query = {
    select: () => query,
    node: () => query,
    boundingClientRect: () => query,
    fields: () => query,
    exec: (act?: (answers: null[]) => void) => act?.([null, null]),
  }
  return query
}

/** A sound asked for; the test ends it or breaks it. */
export class FakeSound {
  src = ''
  state: 'still' | 'playing' | 'destroyed' = 'still'
  ended: () => void = () => undefined
  broke: () => void = () => undefined
  play() {
    this.state = 'playing'
  }
  stop() {
    this.state = 'still'
  }
  destroy() {
    this.state = 'destroyed'
  }
  onEnded(act: () => void) {
    this.ended = act
  }
  onError(act: () => void) {
    this.broke = act
  }
}
/** Every sound asked for, in order. */
export const sounds: FakeSound[] = []
const kept = new Map<string, unknown>()

const Taro = {
  eventCenter,
  createSelectorQuery,
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  getEnv: () => 'WEB',
  getSystemInfoSync: () => ({ windowWidth: 375, pixelRatio: 2, statusBarHeight: 44, theme: 'light' }),
  getCurrentPages: (): unknown[] => [{}],
  getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
  getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
  getStorageSync: (key: string) => kept.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
  removeStorageSync: (key: string) => void kept.delete(key),
  nextTick: (act: () => void) => queueMicrotask(act),
  navigateTo: records('navigateTo'),
  navigateBack: records('navigateBack'),
  redirectTo: records('redirectTo'),
  reLaunch: records('reLaunch'),
  switchTab: records('switchTab'),
  pageScrollTo: records('pageScrollTo'),
  showToast: records('showToast'),
  previewImage: records('previewImage'),
  previewMedia: records('previewMedia'),
  openDocument: records('openDocument'),
  openLocation: records('openLocation'),
  shareFileMessage: records('shareFileMessage'),
  setClipboardData: records('setClipboardData'),
  downloadFile: async (options: unknown) => {
    asked.push({ name: 'downloadFile', options })
    return { tempFilePath: '/tmp/file', statusCode: 200 }
  },
  createInnerAudioContext: () => {
    sounds.push(new FakeSound())
    return sounds[sounds.length - 1]
  },
  useDidShow,
  useDidHide,
  usePageScroll,
  useReady,
  useRouter,
  useShareAppMessage,
}
export default Taro
