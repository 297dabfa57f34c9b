import Taro from '@tarojs/taro'
import type { StoredMedia } from './media-base'

/** What WeChat opens by itself (wx.openDocument); everything else is handed to a chat, which can keep and open it. */
const documents = /\.(docx?|xlsx?|pptx?|pdf)$/i

/**
 * Offers a file to the person: a browser saves it, WeChat opens a document and passes other kinds on to a chat of the
 * person's choice. Rejects when it could not be fetched or was refused.
 */
export const openFile = async (file: StoredMedia, name: string): Promise<void> => {
  if (Taro.getEnv() !== Taro.ENV_TYPE.WEAPP) {
    const link = document.createElement('a')
    link.href = file.url
    link.download = name
    link.rel = 'noopener'
    link.click()
    return
  }
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url: file.url })
  if (statusCode !== 200) throw new Error(`file answered ${statusCode}`)
  if (documents.test(name)) await Taro.openDocument({ filePath: tempFilePath, showMenu: true, fileType: typeOf(name) })
  else await Taro.shareFileMessage({ filePath: tempFilePath, fileName: name })
}

const typeOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase() as keyof Taro.openDocument.FileType
