import type { ChosenFile } from './choose-file'
import type { RecordedVoice, VoiceAct } from './voice-recorder'

/** A chat of the kf account; with `showMessageCard` the person is offered a card of the app to send there. */
export interface OpenedKf {
  url: string
  corpId: string
  showMessageCard?: boolean
  sendMessageTitle?: string
  sendMessagePath?: string
  sendMessageImg?: string
}

/** What the h5 app in the phone may ask of the phone. Words and shapes of `wx`. */
export interface Phone {
  environment(): {
    app: 'wechat' | 'wecom'
    statusBarHeight: number
    launch: { path: string; query: Record<string, string> }
  }
  login(): Promise<{ code: string }>
  qyLogin(): Promise<{ code: string }>
  openCustomerServiceChat(params: OpenedKf): Promise<Record<string, never>>
  requestSubscribeMessage(params: { tmplIds: string[] }): Promise<Record<string, string>>
  chooseFile(params: { extension?: string[] }): Promise<{ name: string; base64: string }>
  /** Up to nine pictures. */
  chooseImage(params: { count?: number }): Promise<{ files: ChosenFile[] }>
  recordVoice(params: VoiceAct): Promise<RecordedVoice | Record<string, never>>
  previewImage(params: { current?: string; urls: string[] }): Promise<Record<string, never>>
  makePhoneCall(params: { phoneNumber: string }): Promise<Record<string, never>>
  close(): Record<string, never>
}

/** Why the phone refused, in the words `wx` uses: `login:fail …`. */
export class PhoneRefusal extends Error {
  constructor(readonly errMsg: string) {
    super(errMsg)
    this.name = 'PhoneRefusal'
  }
}

export interface BridgeAnswer {
  bridge: 'suixing-phone'
  id: unknown
  result?: unknown
  error?: { errMsg: string }
}

const methods: readonly string[] = [
  'environment',
  'login',
  'qyLogin',
  'openCustomerServiceChat',
  'requestSubscribeMessage',
  'chooseFile',
  'chooseImage',
  'recordVoice',
  'previewImage',
  'makePhoneCall',
  'close',
]

/** Answers one request of the h5 app; null when the message is none of ours. */
export async function answerBridge(phone: Phone, message: unknown): Promise<BridgeAnswer | null> {
  if (typeof message !== 'object' || message === null) return null
  const request = message as { bridge?: unknown; id?: unknown; method?: unknown; params?: unknown }
  if (request.bridge !== 'suixing-phone' || typeof request.method !== 'string') return null
  const answer = { bridge: 'suixing-phone' as const, id: request.id }
  const { method } = request
  if (!methods.includes(method)) return { ...answer, error: { errMsg: `${method}:fail not supported` } }
  try {
    const call = phone[method as keyof Phone] as (params: unknown) => unknown
    return { ...answer, result: await call.call(phone, request.params ?? {}) }
  } catch (error) {
    const errMsg =
      error instanceof PhoneRefusal ? error.errMsg : `${method}:fail ${error instanceof Error ? error.message : ''}`
    return { ...answer, error: { errMsg } }
  }
}
