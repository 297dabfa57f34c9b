import Taro from '@tarojs/taro'
import { byCallback } from './by-callback'
import { newUuid } from './new-uuid'
import { patienceMs } from './patience'
import type { Platform } from './platform'
import { weappFiles } from './weapp-files'
import { chooseWeappImages } from './weapp-images'
import { startWeappVoice } from './weapp-voice'

const newId = () => newUuid(Math.random)

const jsonOf = (data: unknown): unknown => {
  if (typeof data !== 'string') return data ?? undefined
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

/**
 * The port over wx. WeCom leaves out the newer getWindowInfo and getAppBaseInfo, so surroundings come from
 * getSystemInfoSync (WeCom document 91503).
 */
export const weappPlatform = (base: string): Platform => ({
  async surroundings() {
    const system = Taro.getSystemInfoSync() as Taro.getSystemInfoSync.Result & { environment?: string }
    return {
      app: system.environment === 'wxwork' ? 'wecom' : 'wechat',
      scheme: system.theme === 'dark' ? 'dark' : 'light',
      statusBarHeight: system.statusBarHeight ?? 20,
      bottomInset: 'environment',
    }
  },
  launchQuery: () => (Taro.getEnterOptionsSync?.() ?? Taro.getLaunchOptionsSync()).query ?? {},
  async login() {
    return (await Taro.login()).code
  },
  storage: {
    read(key) {
      const value: unknown = Taro.getStorageSync(key)
      return typeof value === 'string' && value !== '' ? value : null
    },
    write: (key, value) => Taro.setStorageSync(key, value),
    remove: (key) => Taro.removeStorageSync(key),
  },
  async request({ method, path, headers, body }) {
    const answer = await Taro.request({
      url: base + path,
      method,
      header: headers,
      ...(body === undefined ? {} : { data: body }),
      dataType: 'text',
      timeout: patienceMs(body),
    })
    return { status: answer.statusCode, body: jsonOf(answer.data) }
  },
  openCustomerServiceChat: ({ url, corpId }) =>
    byCallback<unknown>((callbacks) => Taro.openCustomerServiceChat({ extInfo: { url }, corpId, ...callbacks })).then(
      () => undefined,
    ),
  async requestSubscribeMessage(templateIds) {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })
    return Object.fromEntries(templateIds.map((id) => [id, String((answer as unknown as Record<string, unknown>)[id])]))
  },
  async chooseFile() {
    try {
      const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'txt', 'tsv'] })
      const file = tempFiles[0]
      if (!file) return null
      return { name: file.name, bytes: Taro.getFileSystemManager().readFileSync(file.path) as ArrayBuffer }
    } catch {
      return null
    }
  },
  files: weappFiles,
  chooseImages: (most) => chooseWeappImages(most, newId),
  startVoice: (listener) => startWeappVoice(listener, newId),
  openSettings: () => void byCallback((callbacks) => Taro.openSetting(callbacks)).catch(() => undefined),
  callPhone: (number) =>
    byCallback((callbacks) => Taro.makePhoneCall({ phoneNumber: number, ...callbacks })).then(
      () => true,
      // The person changed their mind in WeChat's own question: nothing to tell them.
      (refused: unknown) => /cancel/.test((refused as { errMsg?: string } | null)?.errMsg ?? ''),
    ),
  linkTo: () => null,
  copy: (data) =>
    byCallback((callbacks) => Taro.setClipboardData({ data, ...callbacks })).then(
      () => true,
      () => false,
    ),
  onOnline: (listener) => Taro.onNetworkStatusChange(({ isConnected }) => isConnected && listener()),
  newId,
})
