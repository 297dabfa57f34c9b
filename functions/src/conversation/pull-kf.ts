import { randomUUID } from 'node:crypto'
import type { KfAccountRow } from '@suixing/database'
import { StorageFault } from '@suixing/storage'
import { WecomError } from '@suixing/wecom'
import type { KfIncoming, KfPage } from '@suixing/wecom'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'
import { receiveKf } from './receive-kf'

/** Short, so that after a crash patients are answered again soon: a page taken in twice is answered once. */
const LEASE_MS = 20_000
/** A doorbell may get lost; every account is pulled at least this often. */
const SAFETY_PULL_MS = 5 * 60_000
/** WeCom's pull token lives ten minutes; older ones are left out. */
const TOKEN_MS = 9 * 60_000
const TOKEN_REFUSED = 95007
/** Pulls in a row that may fail at one message before it is parked for a person. */
const TRIES = 5

/**
 * Pulls every account with a doorbell, one pull at a time per account; the cursor moves only past messages that are durable here. An account
 * that fails is left to the next nudge and holds up no other.
 */
export async function pullKf(product: Product): Promise<void> {
  const { kfAccounts } = product.repositories
  if (!product.wecom) return
  const failed: string[] = []
  for (;;) {
    const account = await kfAccounts.claim(product.clock.instant(), product.realNow(), LEASE_MS, randomUUID(), failed)
    if (!account) return
    try {
      await pullAccount(product, account)
      await kfAccounts.finish(account, new Date(product.clock.now().getTime() + SAFETY_PULL_MS).toISOString())
    } catch (error) {
      failed.push(account._id)
      product.log.warn({ account: account._id, err: error }, 'kf pull failed')
      await kfAccounts.fail(account)
    }
  }
}

async function pullAccount(product: Product, account: KfAccountRow): Promise<void> {
  for await (const page of pagesOf(product, account)) {
    await takeInPage(product, account, page.messages)
    if (page.cursor && !(await product.repositories.kfAccounts.advance(account, page.cursor))) return // another worker holds the account now
  }
}

/** A doorbell that came late brings a token that is over already: then it is pulled without one, as by the clock. */
async function* pagesOf(product: Product, account: KfAccountRow): AsyncGenerator<KfPage> {
  const { token, tokenAt, cursor } = account
  const isFresh = tokenAt !== null && product.clock.now().getTime() - Date.parse(tokenAt) < TOKEN_MS
  const request = { open_kfid: account._id, ...(cursor ? { cursor } : {}) }
  let isBegun = false
  try {
    for await (const page of product.wecom?.kf.sync({ ...request, ...(isFresh && token ? { token } : {}) }) ?? []) {
      isBegun = true
      yield page
    }
  } catch (error) {
    if (isBegun || !(error instanceof WecomError) || error.errcode !== TOKEN_REFUSED) throw error
    for await (const page of product.wecom?.kf.sync(request) ?? []) yield page
  }
}

/** Most of what a message takes is waiting for the database and for WeCom. */
const PEOPLE_AT_ONCE = 8

/** Each person's messages in their order, several people at once. Throws what went wrong first, when everybody under way is done. */
async function takeInPage(product: Product, account: KfAccountRow, messages: readonly KfIncoming[]): Promise<void> {
  const byPerson = new Map<string, KfIncoming[]>()
  for (const message of messages) {
    const person = personOf(message)
    byPerson.set(person, [...(byPerson.get(person) ?? []), message])
  }
  const waiting = [...byPerson.values()]
  const failures: unknown[] = []
  const worker = async (): Promise<void> => {
    for (let theirs = waiting.shift(); theirs && failures.length === 0; theirs = waiting.shift())
      for (const message of theirs) await takeIn(product, account, message)
  }
  const workers = Array.from({ length: PEOPLE_AT_ONCE }, () => worker().catch((error: unknown) => failures.push(error)))
  await Promise.all(workers)
  if (failures.length > 0) throw failures[0]
}

/** What names nobody, such as a servicer who went off, is one row of its own. */
function personOf(message: KfIncoming): string {
  const said: object = message.msgtype === 'event' ? message.event : message
  return 'external_userid' in said && typeof said.external_userid === 'string' ? said.external_userid : ''
}

/**
 * Takes in one message. One that fails by itself is tried at several pulls and then parked where staff see it: it must not hold up the
 * patients behind it for ever. One that fails because WeCom is away waits until it is back.
 */
async function takeIn(product: Product, account: KfAccountRow, message: KfIncoming): Promise<void> {
  const { kfAccounts, kfParked } = product.repositories
  try {
    await receiveKf(product, account, message)
    if (account.trouble?.msgid === message.msgid) account.trouble = null
  } catch (error) {
    if (mayPass(error) || (error instanceof StorageFault && error.code === 'storage-unavailable')) throw error
    const { msgid } = message
    // Parked before, and met again after a crash.
    if (await kfParked.byId(msgid)) {
      if (account.trouble?.msgid === msgid) account.trouble = null
      return
    }
    // One at a time is counted: two that fail together would take each other's count away.
    if (account.trouble && account.trouble.msgid !== msgid) throw error
    const tries = (account.trouble?.tries ?? 0) + 1
    if (tries < TRIES) {
      account.trouble = { msgid, tries }
      await kfAccounts.troubled(account, { msgid, tries })
      throw error
    }
    await kfParked.park({
      _id: msgid,
      openKfid: account._id,
      programmeId: account.programmeId,
      row: message,
      tries,
      at: product.clock.instant(),
      error: error instanceof Error ? error.name : 'error',
    })
    account.trouble = null
    product.log.error({ account: account._id, msgid, err: error }, 'message of a chat was parked')
  }
}
