import { withSceneParam } from '@suixing/wecom'
import { opaqueKey } from '../platform/identifier'
import type { Product } from '../platform/product'

const LIFE_DAYS = { 'mini-program': 30, kf: 365 } as const

/** The patient's unused entry key for a purpose; made when there is none. Opaque, so it may stand in a card or link. */
export async function entryKey(
  product: Product,
  patientId: string,
  programmeId: string,
  purpose: 'mini-program' | 'kf',
): Promise<string> {
  const { identities } = product.repositories
  const now = product.clock.now()
  const known = await identities.entryKeyOf(patientId, purpose, programmeId)
  if (known && Date.parse(known.expiresAt) > now.getTime()) return known._id
  const key = opaqueKey()
  const expiresAt = new Date(now.getTime() + LIFE_DAYS[purpose] * 86_400_000).toISOString()
  await identities.createEntryKey({
    _id: key,
    patientId,
    programmeId,
    purpose,
    createdAt: now.toISOString(),
    expiresAt,
    usedBy: null,
    url: null,
  })
  return key
}

/**
 * Link that opens the assistant's chat and tells us who opened it. The key stands in `scene` and in `scene_param`,
 * because it is not certain that the native open keeps the latter. Null when the programme has no kf account.
 */
export async function kfEntryUrl(product: Product, patientId: string, programmeId: string): Promise<string | null> {
  const account = await product.repositories.kfAccounts.ofProgramme(programmeId)
  if (!account || !product.wecom) return null
  const key = await entryKey(product, patientId, programmeId, 'kf')
  const stored = await product.repositories.identities.entryKeyOf(patientId, 'kf', programmeId)
  if (stored?._id === key && stored.url) return stored.url
  const url = withSceneParam(await product.wecom.kf.accounts.addContactWay({ open_kfid: account._id, scene: key }), key)
  await product.repositories.identities.setEntryKeyUrl(key, url)
  return url
}
