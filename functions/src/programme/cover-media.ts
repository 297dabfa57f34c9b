import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Product } from '../platform/product'

const uploaded = new Map<string, { mediaId: string; expiresAt: string }>()
const MARGIN_MS = 60 * 60_000

/** media_id of the programme's card cover. WeCom forgets media after three days, so it is uploaded again an hour before. */
export async function coverMedia(product: Product, programmeId: string): Promise<string> {
  if (!product.wecom) throw new RangeError('no corp is configured')
  const key = `${product.wecom.client.corpId}/${programmeId}`
  const known = uploaded.get(key)
  if (known && Date.parse(known.expiresAt) - MARGIN_MS > product.clock.now().getTime()) return known.mediaId
  const bytes = await readFile(join(product.config.PROGRAMMES_FOLDER, programmeId, 'cover.png'))
  const media = await product.wecom.media.upload({ kind: 'image', filename: 'cover.png', bytes })
  uploaded.set(key, media)
  return media.mediaId
}
