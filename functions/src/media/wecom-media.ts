import { WecomInputRefused } from '@suixing/wecom'
import type { Product } from '../platform/product'

/** Uploaded again this long before WeCom forgets it. */
const MARGIN_MS = 3_600_000
const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'video/mp4': 'mp4',
  'application/pdf': 'pdf',
}

export interface KfMedia {
  readonly kind: 'image' | 'file'
  readonly mediaId: string
}

/** WeCom's id of one of our files, uploaded when it has none that lives. An upload whose answer was lost leaves a file that WeCom forgets by itself. */
export async function mediaOf(product: Product, id: string, kind: 'image' | 'file'): Promise<KfMedia> {
  const { media } = product.repositories
  const row = await media.byId(id)
  const now = product.clock.now().getTime()
  const extension = extensions[row?.contentType ?? '']
  // A picture WeCom does not take as one goes as a file.
  const as = kind === 'image' && (extension === 'jpg' || extension === 'png') ? 'image' : 'file'
  if (row?.wecom && Date.parse(row.wecom.until) - MARGIN_MS > now) return { kind: as, mediaId: row.wecom.mediaId }
  const stored = row?.state === 'stored' ? await product.storage.get(row.key) : null
  if (!row || !stored || !product.wecom) throw new WecomInputRefused('media/upload', 'media', 'the file is not there')
  const { mediaId, expiresAt } = await product.wecom.media.upload({
    kind: as,
    filename: row.name?.includes('.') ? row.name : `${row.kind}.${extension ?? 'bin'}`,
    bytes: stored.bytes,
  })
  await media.setWecom(id, { mediaId, until: expiresAt })
  return { kind: as, mediaId }
}
