import Taro from '@tarojs/taro'
import { byCallback } from './by-callback'
import type { ChosenImages, KeptFile } from './platform'
import { keepTemporary } from './weapp-files'

/** Whether wx refused because the person, or the phone's own settings, did not allow it. */
export const isNotAllowed = (refused: unknown): boolean => {
  const { errMsg = '' } = (refused ?? {}) as { errMsg?: string }
  return /auth|denied|deny|permission|privacy/i.test(errMsg)
}

const quality = 80
/** The smaller picture, or the same one where the phone cannot make it smaller. */
const smaller = async (path: string): Promise<string> => {
  try {
    const asked = await byCallback<{ tempFilePath: string }>((callbacks) =>
      Taro.compressImage({ src: path, quality, ...callbacks }),
    )
    return asked.tempFilePath
  } catch {
    return path
  }
}

/** Pictures of the album or the camera, made small and kept. */
export const chooseWeappImages = async (most: number, newId: () => string): Promise<ChosenImages> => {
  let paths: readonly string[]
  try {
    const { tempFiles } = await byCallback<Pick<Taro.chooseMedia.SuccessCallbackResult, 'tempFiles'>>((callbacks) =>
      Taro.chooseMedia({
        count: most,
        mediaType: ['image'],
        sizeType: ['compressed'],
        sourceType: ['album', 'camera'],
        ...callbacks,
      }),
    )
    paths = tempFiles.map(({ tempFilePath }) => tempFilePath)
  } catch (refused) {
    return { kind: isNotAllowed(refused) ? 'not-allowed' : 'none' }
  }
  const files: KeptFile[] = []
  for (const path of paths) {
    const ref = await keepTemporary(await smaller(path), newId())
    files.push({ ref, name: ref.replace(/^wait-/, ''), seconds: null })
  }
  return files.length > 0 ? { kind: 'chosen', files } : { kind: 'none' }
}
