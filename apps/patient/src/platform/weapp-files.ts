import Taro from '@tarojs/taro'
import type { Files } from './platform'

const pathOf = (ref: string): string => `${String(Taro.env.USER_DATA_PATH)}/${ref}`
const extensionOf = (path: string): string => /\.\w+$/.exec(path)?.[0] ?? ''

/** Moves a temporary file of wx, which WeChat may delete at any time, to where only the app deletes. Answers its ref. */
export const keepTemporary = (path: string, id: string): Promise<string> =>
  new Promise((resolve, reject) => {
    // The folder's address may change with an update of WeChat; the name in it does not.
    const ref = `wait-${id}${extensionOf(path)}`
    const asked = { tempFilePath: path, filePath: pathOf(ref), success: () => resolve(ref), fail: reject }
    Taro.getFileSystemManager().saveFile(asked)
  })

/** Files in the app's own folder on the phone (FileSystemManager, USER_DATA_PATH: 200 MB). */
export const weappFiles: Files = {
  read: (ref) =>
    new Promise((resolve) => {
      Taro.getFileSystemManager().readFile({
        filePath: pathOf(ref),
        success: ({ data }) => resolve(typeof data === 'string' ? null : data),
        fail: () => resolve(null),
      })
    }),
  address: async (ref) => pathOf(ref),
  forget: (ref) =>
    new Promise((resolve) => {
      const done = () => resolve()
      Taro.getFileSystemManager().unlink({ filePath: pathOf(ref), success: done, fail: done })
    }),
}
