/** Where a physician opens the mini-program. `outside` is a plain browser, which has no identity to sign in with. */
export type App = 'wecom' | 'wechat' | 'outside'

export interface Environment {
  readonly app: App
  /** px at 375 wide; the app leaves this much room above its title bar and never draws there. */
  readonly statusBarHeight: number
  /** px under the last control, for the home indicator; `environment` where CSS env() knows it. */
  readonly bottomInset: number | 'environment'
}

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path with query, beginning with /api/. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON text, or the bytes of a file. */
  readonly body?: string | ArrayBuffer
}

export interface HttpAnswer {
  readonly status: number
  /** Parsed JSON; null when the answer had none. */
  readonly body: unknown
}

/** Small strings kept on this phone. A store that cannot be written keeps them in memory for as long as the app lives. */
export interface KeptStrings {
  read(key: string): string | undefined
  write(key: string, value: string): void
  remove(key: string): void
}

/** A file kept on this phone until it is forgotten; `ref` finds it again after the app was closed. */
export interface KeptFile {
  readonly ref: string
  readonly name: string
}

/** Pictures on their way to a patient. */
export interface Pictures {
  /**
   * Lets the person pick one picture, makes it small and keeps it. Null when none was picked.
   * @throws PlatformError `not-allowed` when the phone's settings refuse
   */
  pick(): Promise<KeptFile | null>
  /** @throws PlatformError `file-gone` when the phone no longer has it */
  read(ref: string): Promise<ArrayBuffer>
  /** Address an image is shown from; undefined when the phone no longer has it. */
  address(ref: string): string | undefined
  forget(ref: string): void
}

/** All that the mini-program asks of where it runs. One adapter for weapp, one for h5, one in memory for tests. */
export interface Platform {
  environment(): Promise<Environment>
  /**
   * A one-time code that proves who holds the phone: `wx.qy.login` inside WeCom, `wx.login` inside WeChat.
   * @throws PlatformError `outside` or `login-refused`
   */
  signInCode(): Promise<string>
  /** @throws PlatformError `unreachable` when there was no answer at all; an HTTP error status is an answer */
  request(call: HttpCall): Promise<HttpAnswer>
  readonly kept: KeptStrings
  readonly pictures: Pictures
  /** Put before addresses of the host that begin with `/`; empty where the app shares the host's origin. */
  readonly hostBase: string
  /** A random UUID, version 4. */
  newId(): string
  /** Told when the phone shows or hides the app by means Taro does not see. Returns how to stop. */
  onVisibility(listener: (visible: boolean) => void): () => void
}

export type PlatformErrorCode = 'outside' | 'login-refused' | 'unreachable' | 'not-allowed' | 'file-gone'

export class PlatformError extends Error {
  constructor(
    readonly code: PlatformErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'PlatformError'
  }
}
