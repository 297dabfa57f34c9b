import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Product } from '../platform/product'

/**
 * Every programme has a kf account of its name: the one that is there, else a new one. Looking by name first makes it repeatable.
 * WeCom being away at start is no reason not to start: the next start finds it.
 */
export async function ensureKfAccounts(product: Product): Promise<void> {
  const { kfAccounts } = product.repositories
  if (!product.wecom) return
  const missing = []
  for (const { definition } of product.programmes.all)
    if (!(await kfAccounts.ofProgramme(definition.id))) missing.push(definition)
  if (missing.length === 0) return
  try {
    const existing = new Map<string, string>()
    for await (const account of product.wecom.kf.accounts.list()) existing.set(account.name, account.open_kfid)
    for (const { id, assistantName } of missing) {
      const openKfid =
        existing.get(assistantName) ??
        (await product.wecom.kf.accounts.add({ name: assistantName, media_id: await avatar(product, id) }))
      await kfAccounts.save({
        _id: openKfid,
        programmeId: id,
        name: assistantName,
        nextPullAt: product.clock.instant(),
      })
    }
  } catch (error) {
    product.log.warn({ err: error }, 'kf accounts could not be made ready')
  }
}

async function avatar(product: Product, programmeId: string): Promise<string> {
  const bytes = await readFile(join(product.config.PROGRAMMES_FOLDER, programmeId, 'cover.png'))
  const media = await product.wecom?.media.upload({ kind: 'image', filename: 'avatar.png', bytes })
  return media?.mediaId ?? ''
}
