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
    data?: string | ArrayBuffer
    dataType: 'json'
    timeout: number
    success(answer: { statusCode: number; data: unknown }): void
    fail(error: Refusal): void
  }): void
  getStorageSync(key: string): unknown
  setStorageSync(key: string, value: string): void
  removeStorageSync(key: string): void
  /** Missing in older WeCom clients, which have chooseImage. */
  chooseMedia?(options: {
    count: number
    mediaType: ['image']
    sourceType: ['album', 'camera']
    sizeType: ['compressed']
    success(answer: { tempFiles: { tempFilePath: string }[] }): void
    fail(error: Refusal): void
  }): void
  chooseImage(options: {
    count: number
    sourceType: ['album', 'camera']
    sizeType: ['compressed']
    success(answer: { tempFilePaths: string[] }): void
    fail(error: Refusal): void
  }): void
  getFileSystemManager(): {
    saveFile(options: {
      tempFilePath: string
      success(answer: { savedFilePath: string }): void
      fail(error: Refusal): void
    }): void
    readFile(options: {
      filePath: string
      success(answer: { data: ArrayBuffer }): void
      fail(error: Refusal): void
    }): void
    removeSavedFile(options: { filePath: string }): void
  }
}

interface Refusal {
  errMsg?: string
}

interface LoginOptions {
  success(answer: { code?: string }): void
  fail(error: Refusal): void
}
