import type { KfAccountRow } from '@suixing/database'
import type { KfIncoming } from '@suixing/wecom'
import { answerPatient } from './answer-patient'
import { conversationOf, linkByEntryKey } from './kf-identity'
import { failureText } from './send-kf-text'
import { noteSendFailure } from '../followup/note-send-failure'
import { derivedId } from '../platform/identifier'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'

/** Takes in one row of sync_msg. Idempotent: a row pulled twice is one message with one answer. */
export async function receiveKf(product: Product, account: KfAccountRow, incoming: KfIncoming): Promise<void> {
  if (incoming.msgtype === 'event') return receiveEvent(product, account, incoming)
  if (incoming.msgtype === 'other' || incoming.origin !== 3) return
  const { msgid, send_time: at, external_userid: kfUser } = incoming
  const text = incoming.msgtype === 'text' ? incoming.text.content : `[${kinds[incoming.msgtype] ?? '消息'}]`
  const conversation = await conversationOf(product, account, kfUser)
  const { messages, conversations, identities } = product.repositories
  const name = conversation.patientId
    ? ((await identities.patient(conversation.patientId))?.name ?? '患者')
    : '微信用户'
  await messages.keep({
    _id: msgid,
    conversationId: conversation._id,
    patientId: conversation.patientId,
    at: await placeAfter(product, conversation._id, at),
    author: { kind: 'patient', name },
    text,
    channel: 'kf',
    state: 'received',
  })
  await conversations.patientWrote(conversation._id, at)
  await answerPatient(product, {
    account,
    conversationId: conversation._id,
    patientId: conversation.patientId,
    messageId: msgid,
    at,
    text,
    isText: incoming.msgtype === 'text',
  })
}

/** WeCom tells whole seconds: a message of the second in which we spoke last was written after it. */
async function placeAfter(product: Product, conversationId: string, at: string): Promise<string> {
  const [last] = await product.repositories.messages.ofConversation(conversationId, 1)
  const spoke = last && last.state !== 'received' ? Date.parse(last.at) : 0
  const second = Date.parse(at)
  return spoke >= second && spoke < second + 1000 ? new Date(spoke + 1).toISOString() : at
}

type KfEventRow = Extract<KfIncoming, { msgtype: 'event' }>

const kinds: Record<string, string> = {
  image: '图片',
  voice: '语音',
  video: '视频',
  file: '文件',
  location: '位置',
  link: '链接',
  business_card: '名片',
  miniprogram: '小程序',
}

async function receiveEvent(
  product: Product,
  account: KfAccountRow,
  { msgid, send_time: at, event }: KfEventRow,
): Promise<void> {
  switch (event.event_type) {
    case 'enter_session': {
      const key = event.scene_param ?? event.scene
      if (key) await linkByEntryKey(product, account, event.external_userid, key)
      const conversation = await conversationOf(product, account, event.external_userid)
      if (event.welcome_code && product.wecom)
        await welcomeIntoChat(product, { code: event.welcome_code, msgid, at, patientId: conversation.patientId })
      return
    }
    case 'msg_send_fail': {
      const settled = await product.repositories.messages.settle(
        event.fail_msgid,
        'failed',
        sendFailure(event.fail_type),
      )
      if (settled?.touchpointId) await noteSendFailure(product, settled.touchpointId, event.fail_type)
      if (settled?.patientId) {
        await product.repositories.identities.touch(settled.patientId, product.clock.instant())
        await product.repositories.agenda.wake(settled.patientId, product.clock.instant())
        product.workshop.nudge('patients')
      }
      return
    }
    default:
      return
  }
}

interface ChatWelcome {
  readonly code: string
  readonly msgid: string
  readonly at: string
  readonly patientId: string | null
}
const WELCOME_LIVES_MS = 20_000

/** Answers the chat's own welcome code (WeCom 95122) while it lives. A code that is over is no fault of anybody and must not hold up the messages behind it. */
async function welcomeIntoChat(product: Product, { code, msgid, at, patientId }: ChatWelcome): Promise<void> {
  const isOver = product.clock.now().getTime() - Date.parse(at) > WELCOME_LIVES_MS
  if (isOver) return
  const content = patientId
    ? '「智能助手」\n您好，我是随行助手，24 小时在。\n饮食、测糖、用药常识可以直接问；拿不准的我会转给医生。'
    : '「智能助手」\n您好。请先扫医生的联系码加入项目，我才知道该请哪位医生看。\n急事请打 120。'
  try {
    await product.wecom?.kf.send.onEvent({
      code,
      msgid: derivedId('we', msgid),
      content: { msgtype: 'text', text: { content } },
    })
  } catch (error) {
    if (mayPass(error)) throw error
    product.log.warn({ err: error }, 'chat was not welcomed')
  }
}

function sendFailure(type: number): { code: string; zh: string; en: string } {
  if (type === 4) return failureText('window-closed')
  if (type === 6) return failureText('count-used')
  if (type === 10)
    return {
      code: 'patient-rejects',
      zh: '患者已拒收微信客服消息，请打电话',
      en: 'The patient rejects kf messages: please phone',
    }
  return { code: `fail-type-${type}`, zh: '微信没有送达，请打电话联系', en: 'WeChat did not deliver it: please phone' }
}
