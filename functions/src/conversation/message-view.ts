import type { MediaView, MessageContent, MessageView } from '@suixing/contracts'
import type { MediaRow, MessageRow } from '@suixing/database'
import { mediaView } from '../media/media-link'
import type { Product } from '../platform/product'

/** Who looks: internal notes are for staff alone. */
export type Audience = 'staff' | 'patient'

/** Messages as screens see them, with addresses of their files. */
export async function messageViews(
  product: Product,
  rows: readonly MessageRow[],
  audience: Audience,
): Promise<MessageView[]> {
  const shown = audience === 'staff' ? rows : rows.filter(({ channel }) => channel !== 'note')
  const ids = shown.flatMap(({ content }) => (content && 'mediaId' in content ? [content.mediaId] : []))
  const files = ids.length > 0 ? await product.repositories.media.byIds(ids) : []
  const byId = new Map(files.map((row) => [row._id, row]))
  return shown.map((row) => messageView(product, row, byId, audience))
}

export async function messageViewOf(product: Product, row: MessageRow): Promise<MessageView> {
  return (await messageViews(product, [row], 'staff'))[0] as MessageView
}

function messageView(
  product: Product,
  row: MessageRow,
  files: ReadonlyMap<string, MediaRow>,
  audience: Audience,
): MessageView {
  const content = contentView(product, row, files)
  return {
    id: row._id,
    at: row.at,
    author: row.author,
    text: withoutSignature(row),
    channel: row.channel,
    state: row.state,
    ...(content ? { content } : {}),
    // What to do about it is said to staff; the patient reads the message here all the same.
    ...(row.failure && audience === 'staff' ? { failure: row.failure } : {}),
    ...(row.faq ? { faq: row.faq } : {}),
    ...(row.touchpointId ? { touchpointId: row.touchpointId } : {}),
    ...(row.recalledAt ? { recalledAt: row.recalledAt } : {}),
    ...(row.clientId ? { clientId: row.clientId } : {}),
  }
}

function contentView(
  product: Product,
  { content }: MessageRow,
  files: ReadonlyMap<string, MediaRow>,
): MessageContent | null {
  if (!content) return null
  if (!('mediaId' in content)) return content
  const row = files.get(content.mediaId)
  return { kind: content.kind, media: row ? mediaView(product, row) : lost(content.mediaId) }
}

const lost = (id: string): MediaView => ({
  id,
  state: 'gone',
  url: null,
  contentType: null,
  bytes: null,
  name: null,
  seconds: null,
})

/** In WeChat the first line says who speaks; screens show that beside the text. */
export function withoutSignature({ author, text, touchpointId }: MessageRow): string {
  if (author.kind === 'staff') return text.replace(/^[^\n]*：\n/, '')
  if (author.kind === 'assistant') return text.replace(/^「智能助手」\n/, '')
  return touchpointId ? text.replace(/^「随行随访」\n/, '') : text
}
