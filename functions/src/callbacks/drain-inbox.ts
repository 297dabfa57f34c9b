import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { InboxRow } from '@suixing/database'
import { callbackEvent, xmlFields } from '@suixing/wecom'
import type { XmlFields } from '@suixing/wecom'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'
import { cardTapped } from '../escalation/card-tapped'
import { followContact } from './follow-contact'

/** Short, so that a welcome begun by a worker that died is still taken up within the 20 s its code lives. Handlers may run twice. */
const LEASE_MS = 8_000
const GIVE_UP_AFTER = 10
const LONGEST_PAUSE_MS = 10 * 60_000

/** A trip to the database costs as much as most handlers, so several events share one. */
const BATCH = 16
/** After a batch that was not full, wait for company: a worker on the heels of every event would take the database from the acknowledgements. */
const GATHER_MS = 15

/**
 * Works off the inbox, oldest first. A failing event is tried again with growing pauses; one that fails by itself is parked where staff see it,
 * one that fails because WeCom is away waits until it is back.
 */
export async function drainInbox(product: Product): Promise<void> {
  const { inbox } = product.repositories
  for (;;) {
    const claimedAt = product.realNow()
    const rows = await inbox.claim({
      now: product.clock.instant(),
      realNow: claimedAt,
      leaseMs: LEASE_MS,
      token: randomUUID(),
      limit: BATCH,
    })
    if (rows.length === 0) return
    const events = rows.map((row) => ({ row, fields: fieldsOf(row.xml) }))
    const lastRing = new Map(events.map(({ row, fields }) => [doorbellOf(fields), row]))
    const handled: InboxRow[] = []
    for (const [at, { row, fields }] of events.entries()) {
      // What has not begun by now could be taken up by somebody else while it runs here.
      if (product.realNow() - claimedAt > LEASE_MS / 2) {
        await inbox.release(rows.slice(at))
        break
      }
      const bell = doorbellOf(fields)
      const isEarlierRing = bell !== null && lastRing.get(bell) !== row
      if (isEarlierRing || (await succeeds(product, row, fields))) handled.push(row)
    }
    await inbox.done(handled, product.clock.instant())
    if (rows.length < BATCH) await setTimeout(GATHER_MS)
  }
}

/** The kf account an event rings for: of several rings in one batch the last, with the freshest token, does for all. */
const doorbellOf = (fields: XmlFields | null): string | null =>
  fields?.['Event'] === 'kf_msg_or_event' && typeof fields['OpenKfId'] === 'string' ? fields['OpenKfId'] : null

/** Null for what cannot be read: it fails in its turn, and not the others with it. */
function fieldsOf(xml: string): XmlFields | null {
  try {
    return xmlFields(xml)
  } catch {
    return null
  }
}

/** Handles one event; a failure is kept with the event and not thrown. */
async function succeeds(product: Product, row: InboxRow, fields: XmlFields | null): Promise<boolean> {
  try {
    await handle(product, fields ?? xmlFields(row.xml))
    return true
  } catch (error) {
    const pause = Math.min(2 ** row.attempts * 1_000, LONGEST_PAUSE_MS)
    const retryAt =
      row.attempts >= GIVE_UP_AFTER && !mayPass(error)
        ? null
        : new Date(product.clock.now().getTime() + pause).toISOString()
    product.log.warn({ inbox: row._id, attempt: row.attempts, parked: retryAt === null, err: error }, 'event failed')
    await product.repositories.inbox.fail(row, retryAt, error instanceof Error ? error.name : 'error')
    return false
  }
}

/** Handlers are idempotent: they pull the state the event only announces. */
async function handle(product: Product, fields: XmlFields): Promise<void> {
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
    case 'template_card_event':
      return cardTapped(product, { userid: event.FromUserName, taskId: event.TaskId })
    default:
      return
  }
}
