import type { Transport } from '@suixing/ui'

/** What surrounds the app. Heights in px. */
export interface Surroundings {
  /** `none`: a plain browser, where signing in as a WeChat user is impossible. */
  readonly app: 'wechat' | 'wecom' | 'none'
  readonly scheme: 'light' | 'dark'
  readonly statusBarHeight: number
  readonly bottomInset: number | 'environment'
}

/** A file a person chose. */
export interface ChosenFile {
  readonly name: string
  readonly bytes: ArrayBuffer
}

/** What the app needs of the phone; the same port in weapp, in h5 and in memory. */
export interface Platform {
  surroundings(): Promise<Surroundings>
  /** Query the app was opened with, e.g. `entry` of a welcome card. */
  launchQuery(): Record<string, string | undefined>
  /** Code of wx.login, good once for five minutes. */
  login(): Promise<string>
  /** Kept on the phone, apart for each user; reading what was never kept gives null. Never throws. */
  readonly storage: {
    read(key: string): string | null
    write(key: string, value: string): void
    remove(key: string): void
  }
  readonly request: Transport
  /** Opens the assistant's chat. Call inside the tap itself: iOS refuses it after a wait. */
  openCustomerServiceChat(chat: { url: string; corpId: string }): Promise<void>
  /** Asks for one message each; answers what the person chose. Call inside a tap. */
  requestSubscribeMessage(templateIds: readonly string[]): Promise<Record<string, string>>
  /** A file of a chat or of the phone; null when the person chose none. */
  chooseFile(): Promise<ChosenFile | null>
}
