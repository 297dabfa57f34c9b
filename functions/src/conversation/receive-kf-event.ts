import type { ConversationRow, KfAccountRow } from '@suixing/database'
import type { KfIncoming } from '@suixing/wecom'
import { noteSendFailure } from '../followup/note-send-failure'
import { derivedId } from '../platform/identifier'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'
import { ratingItems } from './close-hand-over'
import { sendFailure } from './failure-text'
import { conversationOf, linkByEntryKey } from './kf-identity'
import { openHandOver } from './step-in'

type KfEventRow = Extract<KfIncoming, { msgtype: 'event' }>
type Event = KfEventRow['event']

/** What WeCom says about a chat: who came in, what did not arrive, who holds the session, what was taken back. */
export async function receiveKfEvent(
  product: Product,
  account: KfAccountRow,
  { msgid, send_time: at, event }: KfEventRow,
): Promise<void> {
  switch (event.event_type) {
    case 'enter_session': {
      const key = event.scene_param ?? event.scene
      if (key) await linkByEntryKey(product, account, event.external_userid, key)
      const conversation = await conversationOf(product, account, event.external_userid)
      if (event.welcome_code)
        await onEvent(product, { code: event.welcome_code, msgid, at, livesMs: 20_000 }, welcomeWords(conversation))
      return
    }
    case 'msg_send_fail':
      return noteFailure(product, event)
    case 'session_status_change':
      return sessionMoved(product, account, event, { msgid, at })
    case 'user_recall_msg':
    case 'servicer_recall_msg': {
      const recalled = await product.repositories.messages.recall(event.recall_msgid, at)
      if (!recalled) return
      await product.repositories.conversations.recalled(recalled.conversationId, recalled._id)
      await conversationChanged(product, recalled.conversationId)
      return
    }
    case 'servicer_status_change':
    case 'reject_customer_msg_switch_change':
      // Who receives in the WeCom client is asked when a conversation is put there; nothing is kept of it.
      product.log.info({ event: event.event_type }, 'kf servicer changed')
      return
  }
}

const welcomeWords = ({ patientId }: ConversationRow): string =>
  patientId
    ? '「智能助手」\n您好，我是随行助手，24 小时在。\n饮食、测糖、用药常识可以直接问；拿不准的我会转给医生。'
    : '「智能助手」\n您好。请先扫医生的联系码加入项目，我才知道该请哪位医生看。\n急事请打 120。'

async function noteFailure(product: Product, event: Extract<Event, { event_type: 'msg_send_fail' }>): Promise<void> {
  const { messages, agenda } = product.repositories
  const settled = await messages.settle(event.fail_msgid, 'failed', sendFailure(event.fail_type))
  if (!settled) return
  if (settled.touchpointId) await noteSendFailure(product, settled.touchpointId, event.fail_type)
  await conversationChanged(product, settled.conversationId)
  if (!settled.patientId) return
  await agenda.wake(settled.patientId, product.clock.instant())
  product.workshop.nudge('patients')
}

/** `change_type` of WeCom 94670. */
const TAKEN = 1
const PASSED = 2
const ENDED = 3
const REOPENED = 4

/** Staff took, passed, ended or reopened the session in the WeCom client: while one of them has it, the API may not send. */
async function sessionMoved(
  product: Product,
  account: KfAccountRow,
  event: Extract<Event, { event_type: 'session_status_change' }>,
  { msgid, at }: { msgid: string; at: string },
): Promise<void> {
  const { conversations, handOvers } = product.repositories
  const conversation = await conversationOf(product, account, event.external_userid)
  const servicer = event.new_servicer_userid
  if (event.change_type === ENDED) {
    await conversations.setClient(conversation._id, null)
    if (conversation.handOverId)
      await handOvers.close(conversation.handOverId, event.old_servicer_userid ?? 'client', at)
    await conversations.giveBack(conversation._id, conversation.handOverId)
    if (event.msg_code)
      await onEvent(
        product,
        { code: event.msg_code, msgid, at, livesMs: 20_000 },
        product.programmes.get(account.programmeId).definition.handOver.closingText,
        conversation.handOverId,
      )
  } else if (servicer && [TAKEN, PASSED, REOPENED].includes(event.change_type)) {
    await takenInClient(product, conversation, servicer, at)
    if (event.change_type === TAKEN && event.msg_code) {
      const person = await product.repositories.staff.byUserid(servicer)
      const words = `${person ? `${person.name} ${person.title}` : '医护人员'}来了，请说。`
      await onEvent(product, { code: event.msg_code, msgid, at, livesMs: 48 * 3_600_000 }, words)
    }
  }
  await conversationChanged(product, conversation._id)
}

/** Somebody answers in the WeCom client: that is a person answering, and what escalates is acknowledged. */
export async function takenInClient(
  product: Product,
  conversation: ConversationRow,
  userid: string,
  at: string,
): Promise<void> {
  const { conversations, handOvers, escalations, staff } = product.repositories
  await conversations.setClient(conversation._id, { userid, since: at })
  const person = await staff.byUserid(userid)
  if (!person) return
  const handOverId = await openHandOver(product, conversation, person._id, at)
  await handOvers.acknowledge(handOverId, person._id, at)
  await conversations.replied(conversation._id, person._id, at, handOverId)
  for (const row of await escalations.ofConversation(conversation._id, 20))
    await escalations.acknowledge(row._id, person._id, at)
  product.workshop.nudge('escalations')
}

interface EventCode {
  readonly code: string
  readonly msgid: string
  readonly at: string
  readonly livesMs: number
}

/** Answers an event's own code (WeCom 95122) while it lives. A code that is over is no fault of anybody and must not hold up the messages behind it. */
export async function onEvent(
  product: Product,
  { code, msgid, at, livesMs }: EventCode,
  words: string,
  rateHandOverId: string | null = null,
): Promise<void> {
  if (product.clock.now().getTime() - Date.parse(at) > livesMs) return
  try {
    await product.wecom?.kf.send.onEvent({
      code,
      msgid: derivedId('we', msgid),
      content: rateHandOverId
        ? {
            msgtype: 'msgmenu',
            msgmenu: {
              head_content: words,
              list: ratingItems(rateHandOverId).map(({ id, text }) => ({
                type: 'click',
                click: { id, content: text },
              })),
            },
          }
        : { msgtype: 'text', text: { content: words } },
    })
    if (rateHandOverId) await product.repositories.handOvers.asked(rateHandOverId, product.clock.instant())
  } catch (error) {
    if (mayPass(error)) throw error
    product.log.warn({ err: error }, 'event of a chat was not answered')
  }
}
