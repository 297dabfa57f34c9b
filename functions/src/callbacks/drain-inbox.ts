import { randomUUID } from 'node:crypto'
import { callbackEvent, xmlFields } from '@suixing/wecom'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'
import { followContact } from './follow-contact'

/** Short, so that a welcome begun by a worker that died is still taken up within the 20 s its code lives. Handlers may run twice. */
const LEASE_MS = 8_000
const GIVE_UP_AFTER = 10
const LONGEST_PAUSE_MS = 10 * 60_000

/**
 * Works off the inbox, oldest first. A failing event is tried again with growing pauses; one that fails by itself is parked where staff see it,
 * one that fails because WeCom is away waits until it is back.
 */
export async function drainInbox(product: Product): Promise<void> {
  const { inbox } = product.repositories
  for (;;) {
    const row = await inbox.claim(product.clock.instant(), product.realNow(), LEASE_MS, randomUUID())
    if (!row) return
    try {
      await handle(product, row.xml)
      await inbox.done(row, product.clock.instant())
    } catch (error) {
      const pause = Math.min(2 ** row.attempts * 1_000, LONGEST_PAUSE_MS)
      const retryAt = row.attempts >= GIVE_UP_AFTER && !mayPass(error) ? null : new Date(product.clock.now().getTime() + pause).toISOString()
      product.log.warn({ inbox: row._id, attempt: row.attempts, parked: retryAt === null, err: error }, 'event failed')
      await inbox.fail(row, retryAt, error instanceof Error ? error.name : 'error')
    }
  }
}

/** Handlers are idempotent: they pull the state the event only announces. */
async function handle(product: Product, xml: string): Promise<void> {
  const fields = xmlFields(xml)
  const event = callbackEvent(fields)
  switch (event.Event) {
    case 'change_external_contact':
      return followContact(product, event, Number(fields['CreateTime']) * 1000)
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
