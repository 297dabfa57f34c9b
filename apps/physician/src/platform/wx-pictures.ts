import { PlatformError, type Pictures } from './port'
import type { Wx } from './wx'

const pickPath = (wx: Pick<Wx, 'chooseMedia' | 'chooseImage'>): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    const fail = ({ errMsg = '' }: { errMsg?: string }) =>
      /auth|den(y|ied)|permission|privacy/i.test(errMsg)
        ? reject(new PlatformError('not-allowed', errMsg))
        : resolve(undefined)
    const options: Pick<Parameters<Wx['chooseImage']>[0], 'count' | 'sourceType' | 'sizeType' | 'fail'> = {
      count: 1,
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
      fail,
    }
    if (wx.chooseMedia)
      wx.chooseMedia({
        ...options,
        mediaType: ['image'],
        success: ({ tempFiles }) => resolve(tempFiles[0]?.tempFilePath),
      })
    else wx.chooseImage({ ...options, success: ({ tempFilePaths }) => resolve(tempFilePaths[0]) })
  })

/** Pictures of album and camera, kept as saved files: temporary ones are gone when the app closes. */
export const wxPictures = (wx: Pick<Wx, 'chooseMedia' | 'chooseImage' | 'getFileSystemManager'>): Pictures => ({
  pick: async () => {
    const path = await pickPath(wx)
    if (path === undefined) return null
    const ref = await new Promise<string>((resolve) =>
      wx.getFileSystemManager().saveFile({
        tempFilePath: path,
        success: ({ savedFilePath }) => resolve(savedFilePath),
        // A full store keeps the temporary file, which lasts as long as the app.
        fail: () => resolve(path),
      }),
    )
    return { ref, name: ref.slice(ref.lastIndexOf('/') + 1) }
  },
  read: (ref) =>
    new Promise((resolve, reject) =>
      wx.getFileSystemManager().readFile({
        filePath: ref,
        success: ({ data }) => resolve(data),
        fail: ({ errMsg }) => reject(new PlatformError('file-gone', errMsg ?? ref)),
      }),
    ),
  address: (ref) => ref,
  forget: (ref) => wx.getFileSystemManager().removeSavedFile({ filePath: ref }),
})
