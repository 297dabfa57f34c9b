import type { ConversationRow, KfAccountRow, StaffRow } from '@suixing/database'
import type { KfIncoming } from '@suixing/wecom'
import { acknowledgeEscalations, openEscalations } from '../escalation/begin-escalation'
import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'
import { keepMessage } from './keep-message'
import { kfContentOf, otherContent } from './kf-content'
import type { Carried, KfMessageRow } from './kf-content'
import { conversationOf } from './kf-identity'
import { patientWrote } from './patient-wrote'
import { rateHandOver } from './rate-hand-over'
import { readSession } from './read-session'
import { receiveKfEvent } from './receive-kf-event'
import { openHandOvers } from './step-in'

/** Takes in one row of sync_msg. Idempotent: a row pulled twice is one message with one answer. */
export async function receiveKf(product: Product, account: KfAccountRow, incoming: KfIncoming): Promise<void> {
  if (incoming.msgtype === 'event') return receiveKfEvent(product, account, incoming)
  if (!incoming.external_userid) return
  const conversation = await conversationOf(product, account, incoming.external_userid)
  const carried =
    incoming.msgtype === 'other' ? otherContent(incoming.name) : await kfContentOf(product, incoming, conversation)
  const { msgid, send_time: at, origin } = incoming
  if (origin === 5) return fromClient(product, conversation, incoming, carried)
  if (origin !== 3) return
  // A session that ended by itself is told by nobody; the assistant must not keep silent for ever because of it.
  if (conversation.kf?.client) await readSession(product, conversation)
  if (incoming.msgtype === 'text' && incoming.text.menu_id && (await wasRating(product, conversation, incoming))) return
  await patientWrote(product, { conversation, messageId: msgid, at, ...carried, via: 'kf' })
}

/** A servicer answered in the WeCom client: part of the conversation like every other answer. */
async function fromClient(
  product: Product,
  conversation: ConversationRow,
  incoming: Exclude<KfIncoming, { msgtype: 'event' }>,
  { text, content }: Carried,
): Promise<void> {
  const { staff, conversations } = product.repositories
  const userid = 'servicer_userid' in incoming ? incoming.servicer_userid : undefined
  const person = userid ? await staff.byUserid(userid) : null
  const author = person
    ? { kind: 'staff' as const, staffId: person._id, name: person.name, title: person.title }
    : { kind: 'staff' as const, staffId: userid ?? 'servicer', name: userid ?? '接待人员', title: '企业微信' }
  await keepMessage(product, {
    _id: incoming.msgid,
    conversationId: conversation._id,
    patientId: conversation.patientId,
    at: incoming.send_time,
    author,
    text,
    content,
    channel: 'kf',
    state: 'sent',
  })
  if (conversation.handOverId && person)
    await repliedInClient(product, { ...conversation, handOverId: conversation.handOverId }, person, incoming.send_time)
  else if (person) await conversations.addParticipants(conversation._id, [person._id])
  await conversationChanged(product, conversation._id)
}

/** What the patient waits for was answered, as by a reply from here. What they said after it was not. */
async function repliedInClient(
  product: Product,
  { _id, handOverId, waitingSince }: ConversationRow & { readonly handOverId: string },
  person: StaffRow,
  at: string,
): Promise<void> {
  const { conversations, handOvers } = product.repositories
  // WeCom tells whole seconds.
  if (waitingSince && Date.parse(at) + 1000 <= Date.parse(waitingSince)) return
  for (const id of await openHandOvers(product, _id, handOverId)) {
    await handOvers.acknowledge(id, person._id, at)
    await handOvers.replied(id, person._id, at)
  }
  const open = await openEscalations(product, _id)
  if (await conversations.replied(_id, person._id, at, handOverId))
    await acknowledgeEscalations(product, _id, person._id, open)
}

/** The tap on a satisfaction menu: it opens the window like any message, but asks nothing. */
async function wasRating(
  product: Product,
  conversation: ConversationRow,
  { msgid, send_time: at, text }: Extract<KfMessageRow, { msgtype: 'text' }>,
): Promise<boolean> {
  if (!(await rateHandOver(product, conversation, text.menu_id ?? '', at))) return false
  await keepMessage(product, {
    _id: msgid,
    conversationId: conversation._id,
    patientId: conversation.patientId,
    at,
    author: { kind: 'patient', name: (await patientName(product, conversation)) ?? '患者' },
    text: text.content,
    channel: 'kf',
    state: 'received',
  })
  await product.repositories.conversations.patientWrote(conversation._id, at)
  await conversationChanged(product, conversation._id)
  return true
}

const patientName = async (product: Product, { patientId }: ConversationRow): Promise<string | null> =>
  patientId ? ((await product.repositories.identities.patient(patientId))?.name ?? null) : null
