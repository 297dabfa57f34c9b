import { randomUUID } from 'node:crypto'
import type { Product } from '../platform/product'
import { lookAfter } from './look-after'

const LEASE_MS = 20_000

/** Looks after every patient whose agenda is due, one at a time under a lease. Poison is put aside with its error in sight. */
export async function drainPatients(product: Product): Promise<void> {
  const { agenda } = product.repositories
  for (;;) {
    const row = await agenda.claim(product.clock.instant(), product.realNow(), LEASE_MS, randomUUID())
    if (!row) return
    try {
      await agenda.finish(row, await lookAfter(product, row._id))
    } catch (error) {
      product.log.warn({ patient: row._id, failures: row.failures + 1, err: error }, 'patient failed')
      const pause = Math.min(2 ** row.failures * 30_000, 3_600_000)
      await agenda.fail(
        row,
        new Date(product.clock.now().getTime() + pause).toISOString(),
        error instanceof Error ? error.message.slice(0, 300) : 'error',
      )
    }
  }
}
