import type { MessageRow } from '@suixing/database'
import type { KfContent } from '@suixing/wecom'
import { WecomInputRefused } from '@suixing/wecom'
import { mediaOf } from '../media/wecom-media'
import type { Product } from '../platform/product'

/** Bytes of a menu's head in kf (WeCom 94677). */
const HEAD_BYTES = 1024

/**
 * What kf is sent for a message: text, pictures, videos and files as they are; a card as an entry that opens the mini-program.
 * A voice is such an entry too: kf takes AMR alone, and the mini-program plays it as it was spoken.
 */
export async function kfPayload(
  product: Product,
  message: Pick<MessageRow, '_id' | 'text' | 'content'>,
): Promise<KfContent> {
  const { content, text } = message
  switch (content?.kind) {
    case 'image':
    case 'video':
    case 'file': {
      const { kind, mediaId } = await mediaOf(product, content.mediaId, content.kind === 'image' ? 'image' : 'file')
      return kind === 'image'
        ? { msgtype: 'image', image: { media_id: mediaId } }
        : { msgtype: 'file', file: { media_id: mediaId } }
    }
    case 'voice':
      return entry(product, text, 'pages/messages/index.html', '打开小程序听语音')
    case 'card':
      return entry(product, text, content.page.replace(/^([^?]+?)(\.html)?(\?|$)/, '$1.html$3'), '打开看看')
    case 'menu':
      return {
        msgtype: 'msgmenu',
        msgmenu: {
          head_content: withinBytes(content.head, HEAD_BYTES),
          list: content.items.map(({ id, text: words }) => ({ type: 'click', click: { id, content: words } })),
        },
      }
    default:
      return { msgtype: 'text', text: { content: text } }
  }
}

function entry(product: Product, head: string, pagepath: string, words: string): KfContent {
  const appid = product.config.apps?.PATIENT_APP_ID
  if (!appid) throw new WecomInputRefused('kf/send_msg', 'miniprogram', 'no patient mini-program is configured')
  return {
    msgtype: 'msgmenu',
    msgmenu: {
      head_content: withinBytes(head, HEAD_BYTES),
      list: [{ type: 'miniprogram', miniprogram: { appid, pagepath, content: words } }],
    },
  }
}

/** Cut at a letter, with a sign that it was cut. */
function withinBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text
  let out = ''
  for (const letter of text) {
    if (Buffer.byteLength(`${out}${letter}…`) > most) break
    out += letter
  }
  return `${out}…`
}
