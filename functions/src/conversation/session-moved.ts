import type { ConversationRow, KfAccountRow } from '@suixing/database'
import type { KfEvent } from '@suixing/wecom'
import { acknowledgeEscalations, openEscalations } from '../escalation/begin-escalation'
import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'
import { conversationOf } from './kf-identity'
import { onEvent } from './on-event'
import { openHandOver, openHandOvers } from './step-in'

/** `change_type` of WeCom 94670. */
const TAKEN = 1
const PASSED = 2
const ENDED = 3
const REOPENED = 4
/** Life of the codes that come with these events (WeCom 95122). */
const ENDING_LIVES_MS = 20_000
export const TAKE_OVER_LIVES_MS = 48 * 3_600_000
/** More hand-overs than one event closes. */
const LATEST = 20

type Moved = Extract<KfEvent, { event_type: 'session_status_change' }>

/** Staff took, passed, ended or reopened the session in the WeCom client: while one of them has it, the API may not send. */
export async function sessionMoved(
  product: Product,
  account: KfAccountRow,
  event: Moved,
  { msgid, at }: { msgid: string; at: string },
): Promise<void> {
  const conversation = await conversationOf(product, account, event.external_userid)
  const servicer = event.new_servicer_userid
  if (event.change_type === ENDED) await ended(product, conversation, event, { msgid, at })
  else if (servicer && [TAKEN, PASSED, REOPENED].includes(event.change_type)) {
    await takenInClient(product, conversation, servicer, at)
    if (event.change_type === TAKEN && event.msg_code) {
      const person = await product.repositories.staff.byUserid(servicer)
      const words = `${person ? `${person.name} ${person.title}` : '医护人员'}来了，请说。`
      await onEvent(
        product,
        { code: event.msg_code, msgid, at, livesMs: TAKE_OVER_LIVES_MS },
        { kind: 'message', words, conversation, rateHandOverId: null },
      )
    }
  }
  await conversationChanged(product, conversation._id)
}

/** The session is over: the assistant answers again, once the patient has written, for until then WeCom lets nothing through. */
async function ended(
  product: Product,
  conversation: ConversationRow,
  event: Moved,
  { msgid, at }: { msgid: string; at: string },
): Promise<void> {
  const { conversations, handOvers, staff } = product.repositories
  const { _id, handOverId } = conversation
  await conversations.setClient(_id, null)
  await conversations.closeWindow(_id, at)
  const current = handOverId ? await handOvers.byId(handOverId) : null
  // What began after this, as in the mini-program, still waits. WeCom tells whole seconds.
  const isOver = current === null || Date.parse(current.at) < Date.parse(at) + 1000
  if (isOver) {
    const person = event.old_servicer_userid ? await staff.byUserid(event.old_servicer_userid) : null
    const by = person?._id ?? event.old_servicer_userid ?? 'client'
    if (person) await acknowledgeEscalations(product, _id, person._id)
    if (handOverId) for (const id of await openHandOvers(product, _id, handOverId)) await handOvers.close(id, by, at)
    await conversations.giveBack(_id, handOverId)
  }
  if (!event.msg_code) return
  const words = product.programmes.get(conversation.programmeId).definition.handOver.closingText
  // Told again after a crash, it is the one that was closed by this very event.
  const closed = (await handOvers.ofConversation(_id, LATEST)).find(({ closedAt }) => closedAt === at)
  const rateHandOverId = conversation.patientId && closed ? closed._id : null
  await onEvent(
    product,
    { code: event.msg_code, msgid, at, livesMs: ENDING_LIVES_MS },
    { kind: 'message', words, conversation, rateHandOverId },
  )
}

/**
 * Somebody answers in the WeCom client: that is a person answering, and what escalates is acknowledged. Told again after the hand-over was
 * closed, as after a crash, it begins no other.
 */
export async function takenInClient(
  product: Product,
  conversation: ConversationRow,
  userid: string,
  at: string,
): Promise<void> {
  const { conversations, handOvers, staff } = product.repositories
  const { _id } = conversation
  await conversations.setClient(_id, { userid, since: at })
  const person = await staff.byUserid(userid)
  const [latest] = await handOvers.ofConversation(_id, 1)
  const wasClosed = latest?.closedAt != null && latest.closedAt > at
  if (!person || wasClosed) return
  const handOverId = await openHandOver(product, conversation, person._id, at)
  for (const id of await openHandOvers(product, _id, handOverId)) await handOvers.acknowledge(id, person._id, at)
  const open = await openEscalations(product, _id)
  if (await conversations.replied(_id, person._id, at, handOverId))
    await acknowledgeEscalations(product, _id, person._id, open)
}
