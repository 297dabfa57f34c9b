import Taro from '@tarojs/taro'
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
    return (await Taro.compressImage({ src: path, quality })).tempFilePath
  } catch {
    return path
  }
}

/** Pictures of the album or the camera, made small and kept. */
export const chooseWeappImages = async (most: number, newId: () => string): Promise<ChosenImages> => {
  let paths: readonly string[]
  try {
    const asked = { count: most, mediaType: ['image' as const], sizeType: ['compressed' as const] }
    const { tempFiles } = await Taro.chooseMedia({ ...asked, sourceType: ['album', 'camera'] })
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
