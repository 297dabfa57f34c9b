import type { ConversationRow, StoredContent } from '@suixing/database'
import type { KfIncoming } from '@suixing/wecom'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { kindWords } from './staff-message'

export type KfMessageRow = Exclude<KfIncoming, { msgtype: 'event' | 'other' }>
export interface Carried {
  readonly text: string
  readonly content: StoredContent | null
}

/** WeCom keeps what a patient sent for three days. */
const MEDIA_LIVES_MS = 3 * 86_400_000
const names: Readonly<Record<string, string>> = {
  business_card: '名片',
  channels_shop_product: '视频号商品',
  channels_shop_order: '视频号订单',
  merged_msg: '聊天记录',
  channels: '视频号',
  meeting: '会议',
  calendar: '日程',
  note: '笔记',
}

/** What a kf message says and carries. Files are noted as to be fetched before the message itself is kept: a crash between leaves a file nobody shows. */
export async function kfContentOf(
  product: Product,
  row: KfMessageRow,
  conversation: ConversationRow,
): Promise<Carried> {
  switch (row.msgtype) {
    case 'text':
      return { text: row.text.content, content: null }
    case 'image':
      return file(product, conversation, row, 'image', row.image.media_id)
    case 'voice':
      return file(product, conversation, row, 'voice', row.voice.media_id)
    case 'video':
      return file(product, conversation, row, 'video', row.video.media_id)
    case 'file':
      return file(product, conversation, row, 'file', row.file.media_id)
    case 'location': {
      const { name = '', address = '', latitude, longitude } = row.location
      return {
        text: `[位置] ${name || address}`.trim(),
        content: { kind: 'location', name, address, latitude, longitude },
      }
    }
    case 'link': {
      const { title = '', desc = '', url } = row.link
      // Only addresses a browser may open: what a patient forwards is shown to staff as a link.
      if (!/^https?:\/\//i.test(url))
        return { text: `[链接] ${title}`.trim(), content: { kind: 'other', name: '链接' } }
      return { text: `[链接] ${title}`.trim(), content: { kind: 'link', title, description: desc, url } }
    }
    case 'miniprogram':
      return other(`小程序 ${row.miniprogram.title ?? ''}`.trim())
    case 'business_card':
      return other('名片')
    case 'msgmenu':
      return { text: row.msgmenu.head_content ?? '[菜单]', content: null }
  }
}

/** A kind of message we do not know, kept by its name: a patient's word is never dropped. */
export const otherContent = (msgtype: string): Carried => other(names[msgtype] ?? msgtype)
const other = (name: string): Carried => ({ text: `[${name}]`, content: { kind: 'other', name } })

async function file(
  product: Product,
  conversation: ConversationRow,
  { msgid, send_time: at }: KfMessageRow,
  kind: 'image' | 'voice' | 'video' | 'file',
  mediaId: string,
): Promise<Carried> {
  const id = derivedId('me', msgid)
  await product.repositories.media.keep({
    _id: id,
    kind,
    source: { kind: 'kf', mediaId, until: new Date(Date.parse(at) + MEDIA_LIVES_MS).toISOString() },
    conversationId: conversation._id,
    state: 'pending',
    key: `kf/${id}`,
    at,
    nextAt: at,
  })
  product.workshop.nudge('media')
  return { text: kindWords[kind], content: { kind, mediaId: id } }
}
