import { randomUUID } from 'node:crypto'
import { callbackEvent, xmlFields } from '@suixing/wecom'
import type { Product } from '../platform/product'
import { followContact } from './follow-contact'

const LEASE_MS = 60_000
const GIVE_UP_AFTER = 8

/** Works off the inbox, oldest first. A failing event is tried again with growing pauses, then parked where staff see it. */
export async function drainInbox(product: Product): Promise<void> {
  const { inbox } = product.repositories
  for (;;) {
    const row = await inbox.claim(product.clock.instant(), product.realNow(), LEASE_MS, randomUUID())
    if (!row) return
    try {
      await handle(product, row.xml)
      await inbox.done(row, product.clock.instant())
    } catch (error) {
      const retryAt = row.attempts >= GIVE_UP_AFTER ? null : new Date(product.clock.now().getTime() + 2 ** row.attempts * 5_000).toISOString()
      product.log.warn({ inbox: row._id, attempt: row.attempts, parked: retryAt === null, err: error }, 'event failed')
      await inbox.fail(row, retryAt, error instanceof Error ? error.name : 'error')
    }
  }
}

/** Handlers are idempotent: they pull the state the event only announces. */
async function handle(product: Product, xml: string): Promise<void> {
  const event = callbackEvent(xmlFields(xml))
  switch (event.Event) {
    case 'change_external_contact':
      return followContact(product, event)
    case 'kf_msg_or_event': {
      const known = await product.repositories.kfAccounts.ring(event.OpenKfId, event.Token, product.clock.instant())
      if (known) product.workshop.nudge('kf')
      else product.log.warn('doorbell of a kf account that belongs to no programme')
      return
    }
    default:
      return
  }
}
