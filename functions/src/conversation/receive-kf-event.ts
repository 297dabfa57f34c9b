import type { ConversationRow, KfAccountRow } from '@suixing/database'
import type { KfIncoming } from '@suixing/wecom'
import { noteSendFailure } from '../followup/note-send-failure'
import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'
import { sendFailure } from './failure-text'
import { conversationOf, linkByEntryKey } from './kf-identity'
import { onEvent } from './on-event'
import { recallMessage } from './recall-message'
import { sessionMoved } from './session-moved'

type KfEventRow = Extract<KfIncoming, { msgtype: 'event' }>
type Event = KfEventRow['event']

/** Life of a welcome code (WeCom 95122). */
const WELCOME_LIVES_MS = 20_000

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
        await onEvent(
          product,
          { code: event.welcome_code, msgid, at, livesMs: WELCOME_LIVES_MS },
          { kind: 'welcome', words: welcomeWords(conversation) },
        )
      return
    }
    case 'msg_send_fail':
      return noteFailure(product, event)
    case 'session_status_change':
      return sessionMoved(product, account, event, { msgid, at })
    case 'user_recall_msg':
    case 'servicer_recall_msg':
      return recallMessage(product, event.recall_msgid, at)
    case 'servicer_status_change':
    case 'reject_customer_msg_switch_change':
      // Who receives in the WeCom client is asked when a conversation is put there; nothing is kept of it.
      product.log.info({ event: event.event_type }, 'kf servicer changed')
      return
  }
}

const welcomeWords = ({ patientId }: ConversationRow): string =>
  patientId
    ? '您好，我是随行助手，24 小时在。\n饮食、测糖、用药常识可以直接问；拿不准的我会转给医生。'
    : '您好。请先扫医生的联系码加入项目，我才知道该请哪位医生看。\n急事请打 120。'

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
