import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Wecom } from '@suixing/wecom'
import type { Product } from '../platform/product'

/** By client, so that what one corp knows is never offered to another. */
const uploaded = new WeakMap<Wecom, Map<string, { mediaId: string; expiresAt: string }>>()
const MARGIN_MS = 60 * 60_000

/** media_id of the programme's card cover. WeCom forgets media after three days, so it is uploaded again an hour before. */
export async function coverMedia(product: Product, programmeId: string): Promise<string> {
  if (!product.wecom) throw new RangeError('no corp is configured')
  const mine = uploaded.get(product.wecom) ?? new Map<string, { mediaId: string; expiresAt: string }>()
  uploaded.set(product.wecom, mine)
  const known = mine.get(programmeId)
  if (known && Date.parse(known.expiresAt) - MARGIN_MS > product.clock.now().getTime()) return known.mediaId
  const bytes = await readFile(join(product.config.PROGRAMMES_FOLDER, programmeId, 'cover.png'))
  const media = await product.wecom.media.upload({ kind: 'image', filename: 'cover.png', bytes })
  mine.set(programmeId, media)
  return media.mediaId
}

/** WeCom no longer knows the cover (40007): the next welcome uploads it again. */
export function forgetCover(product: Product, programmeId: string): void {
  if (product.wecom) uploaded.get(product.wecom)?.delete(programmeId)
}
