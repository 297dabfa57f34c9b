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

/** A file the phone keeps until it is forgotten, also over a restart; `ref` is the phone's own name for it. */
export interface KeptFile {
  readonly ref: string
  readonly name: string
  /** Length of a voice. */
  readonly seconds: number | null
}

/** Files the phone keeps for the app. */
export interface Files {
  /** Null when the phone no longer has it. */
  read(ref: string): Promise<ArrayBuffer | null>
  /** Address an image or a player on this phone reads it from. */
  address(ref: string): Promise<string | null>
  forget(ref: string): Promise<void>
}

/** Pictures a person chose, kept already; or why there are none. */
export type ChosenImages =
  | { readonly kind: 'chosen'; readonly files: readonly KeptFile[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-allowed' }

/** What is heard of a recording: that it began, then one end. */
export interface VoiceListener {
  started(): void
  /** Stopped by hand or after 60 s; the file is kept already. */
  ended(file: KeptFile): void
  failed(why: 'not-allowed' | 'broken'): void
}

/** A recording under way; after `cancel` nothing more is heard of it. */
export interface Recording {
  stop(): void
  cancel(): void
}

/** Longest voice, in seconds: WeCom takes no longer one (document 90253). */
export const longestVoice = 60

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
  readonly files: Files
  /** At most `most` pictures, made small where the phone can. */
  chooseImages(most: number): Promise<ChosenImages>
  /** Records a voice as mp3 where the phone can choose. Call inside a touch. */
  startVoice(listener: VoiceListener): Recording
  /** The phone's page where a person allows what was refused. Call inside a tap. */
  openSettings(): void
  /** Puts the number into the phone's dialler. False when this phone cannot. */
  callPhone(number: string): Promise<boolean>
  /** Address of a page to hand on by copying; null where WeChat itself shares the page as a card. */
  linkTo(page: string): string | null
  /** Puts words where they can be pasted. False when this phone cannot. */
  copy(text: string): Promise<boolean>
  /** Tells when the network came back. */
  onOnline(listener: () => void): void
  /** A new random id (RFC 9562 version 4). */
  newId(): string
}
