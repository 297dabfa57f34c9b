/** The part of `wx` this app calls. `environment` and `qy` exist only inside WeCom and are in no published type. */
export interface Wx {
  /** Inside WeCom getWindowInfo and getAppBaseInfo are unsupported, so this older call serves both (WeCom 91503). */
  getSystemInfoSync(): { environment?: string; statusBarHeight?: number }
  login(options: LoginOptions): void
  qy?: { login(options: LoginOptions): void }
  request(options: {
    url: string
    method: 'GET' | 'POST' | 'PUT' | 'DELETE'
    header: Record<string, string>
    data?: string
    dataType: 'json'
    timeout: number
    success(answer: { statusCode: number; data: unknown }): void
    fail(error: { errMsg?: string }): void
  }): void
  getStorageSync(key: string): unknown
  setStorageSync(key: string, value: string): void
  removeStorageSync(key: string): void
}

interface LoginOptions {
  success(answer: { code?: string }): void
  fail(error: { errMsg?: string }): void
}
