import { randomUUID } from 'node:crypto'
import type { KfAccountRow } from '@suixing/database'
import type { Product } from '../platform/product'
import { receiveKf } from './receive-kf'

/** Short, so that after a crash patients are answered again soon: a page taken in twice is answered once. */
const LEASE_MS = 20_000
/** A doorbell may get lost; every account is pulled at least this often. */
const SAFETY_PULL_MS = 5 * 60_000
/** WeCom's pull token lives ten minutes; older ones are left out. */
const TOKEN_MS = 9 * 60_000

/** Pulls every account with a doorbell, one pull at a time per account; the cursor moves only past messages that are durable here. */
export async function pullKf(product: Product): Promise<void> {
  const { kfAccounts } = product.repositories
  if (!product.wecom) return
  const failed = new Set<string>()
  for (;;) {
    const account = await kfAccounts.claim(product.clock.instant(), product.realNow(), LEASE_MS, randomUUID())
    if (!account) return
    if (failed.has(account._id)) return kfAccounts.fail(account)
    try {
      await pullAccount(product, account)
      await kfAccounts.finish(account, new Date(product.clock.now().getTime() + SAFETY_PULL_MS).toISOString())
    } catch (error) {
      failed.add(account._id)
      product.log.warn({ account: account._id, err: error }, 'kf pull failed')
      await kfAccounts.fail(account)
    }
  }
}

async function pullAccount(product: Product, account: KfAccountRow): Promise<void> {
  const fresh =
    account.token !== null &&
    account.tokenAt !== null &&
    product.clock.now().getTime() - Date.parse(account.tokenAt) < TOKEN_MS
  const request = {
    open_kfid: account._id,
    ...(account.cursor ? { cursor: account.cursor } : {}),
    ...(fresh && account.token ? { token: account.token } : {}),
  }
  for await (const page of product.wecom?.kf.sync(request) ?? []) {
    for (const message of page.messages) await receiveKf(product, account, message)
    if (page.cursor && !(await product.repositories.kfAccounts.advance(account, page.cursor))) return // another worker holds the account now
  }
}
