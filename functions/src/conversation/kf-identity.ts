import type { ConversationRow, KfAccountRow } from '@suixing/database'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'
import { strangerConversationId } from './conversation-id'
import { patientConversation } from './patient-conversation'

const strangerId = (account: KfAccountRow, kfUser: string): string =>
  strangerConversationId(account.programmeId, kfUser)

const kfIdentity = (account: KfAccountRow, kfUser: string) =>
  ({ kind: 'kf', space: account._id, value: kfUser }) as const

/** The conversation a kf user writes in: the patient's, when we know who it is; else one of its own, kept until we do. */
export async function conversationOf(
  product: Product,
  account: KfAccountRow,
  kfUser: string,
): Promise<ConversationRow> {
  const { identities, conversations } = product.repositories
  const known =
    (await identities.findPatientId(kfIdentity(account, kfUser))) ?? (await patientByUnionid(product, account, kfUser))
  const id = known ? (await patientConversation(product, account.programmeId, known))._id : strangerId(account, kfUser)
  if (!known) await conversations.open({ _id: id, patientId: null, programmeId: account.programmeId })
  await conversations.setKf(id, account._id, kfUser)
  return (await conversations.byId(id)) as ConversationRow
}

/** Ties the kf user to the patient an entry key was made for, and brings over what was written before. */
export async function linkByEntryKey(
  product: Product,
  account: KfAccountRow,
  kfUser: string,
  key: string,
): Promise<void> {
  const { identities } = product.repositories
  const at = product.clock.instant()
  const entry = await identities.useEntryKey(key, `kf:${account._id}:${kfUser}`, at)
  if (!entry || entry.purpose !== 'kf' || entry.programmeId !== account.programmeId) return
  await link(product, account, kfUser, entry.patientId, 'entry-key')
}

/** kf tells the unionid only of users active within 48 h, so it is asked for at first contact (WeCom 95159). */
async function patientByUnionid(product: Product, account: KfAccountRow, kfUser: string): Promise<string | null> {
  const answer = await customers(product, kfUser)
  const unionid = answer?.customer_list.find((customer) => customer.external_userid === kfUser)?.unionid
  if (!unionid) return null
  const patientId = await product.repositories.identities.findPatientId({
    kind: 'unionid',
    space: 'wechat',
    value: unionid,
  })
  if (patientId) await link(product, account, kfUser, patientId, 'unionid')
  return patientId
}

/** A refusal that will not pass leaves the patient a stranger, who gets the safe text; it must not stop everybody else's messages. */
async function customers(product: Product, kfUser: string) {
  try {
    return await product.wecom?.kf.customers.batchGet({ external_userid_list: [kfUser] })
  } catch (error) {
    if (mayPass(error)) throw error
    product.log.warn({ err: error }, 'kf customer could not be asked for')
    return null
  }
}

/** The link itself is written last: a crash before it does all of this again. */
async function link(
  product: Product,
  account: KfAccountRow,
  kfUser: string,
  patientId: string,
  by: 'entry-key' | 'unionid',
): Promise<void> {
  const { identities, conversations, messages } = product.repositories
  const linked = (await identities.findPatientId(kfIdentity(account, kfUser))) ?? patientId
  const { _id: id } = await patientConversation(product, account.programmeId, linked)
  await conversations.setKf(id, account._id, kfUser)
  const stranger = await conversations.byId(strangerId(account, kfUser))
  if (stranger?.kf?.lastPatientAt) {
    await messages.adopt(stranger._id, id, linked)
    await conversations.patientWrote(id, stranger.kf.lastPatientAt)
    // What was said to the stranger was said in the same window.
    for (const spent of stranger.kf.spent) await conversations.reserve(id, spent, product.clock.instant(), 'hand-over')
    await bringNeed(product, stranger, id, linked)
  }
  await identities.link(kfIdentity(account, kfUser), linked, by, product.clock.instant())
}

/** Whoever was asked for a stranger is asked for the patient now; the stranger's own conversation is left behind empty. */
async function bringNeed(product: Product, stranger: ConversationRow, into: string, patientId: string): Promise<void> {
  const { conversations, handOvers, escalations } = product.repositories
  await handOvers.adopt(stranger._id, into, patientId)
  await escalations.adopt(stranger._id, into, patientId)
  const { handOverId, waitingSince, because, state } = stranger
  if (state !== 'waiting' || !handOverId || !waitingSince || !because) return
  await conversations.addParticipants(into, stranger.participants)
  await conversations.wait(into, {
    handOverId,
    at: waitingSince,
    because,
    urgent: stranger.waitingUrgent,
    waitingFor: stranger.waitingFor ?? '',
    assignedTo: stranger.assignedTo,
  })
  await conversations.giveBack(stranger._id, handOverId)
  await conversationChanged(product, into)
}
