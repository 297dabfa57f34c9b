import { INBOX_KEEPS_DAYS } from '../callbacks/accept-callback'
import type { Product } from '../platform/product'

/** Retention by business time: events past their time, sign-ins that were never finished. Answers how many events went. */
export async function forget(product: Product): Promise<number> {
  const now = product.clock.now().getTime()
  const gone = await product.repositories.inbox.forget(new Date(now - INBOX_KEEPS_DAYS * 86_400_000).toISOString())
  await product.repositories.staff.forgetSignIns(new Date(now).toISOString())
  return gone
}
