import type { ConversationRow, StaffRow } from '@suixing/database'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'
import { onEvent } from './on-event'
import { TAKE_OVER_LIVES_MS, takenInClient } from './session-moved'

const refused = {
  'not-servicer': ['不是这个客服账号的接待人员', 'conflict'],
  'servicer-stopped': ['这位同事现在没有在接待', 'conflict'],
  'servicer-full': ['这位同事接待的人数已满', 'conflict'],
  'session-ended': ['会话已结束，等患者再说话', 'window-closed'],
  'not-allowed': ['会话的状态刚才变了', 'conflict'],
  'account-gone': ['客服账号已停用', 'conflict'],
} as const

/**
 * Puts the kf session into the WeCom client of a colleague (state 3): from then on the API may not send through kf until the session ends.
 * The call is not repeated by itself: after a crash the state is read from WeCom's own event.
 */
export async function moveToClient(product: Product, conversation: ConversationRow, person: StaffRow): Promise<void> {
  const { kf } = conversation
  if (!kf || !product.wecom)
    throw new ApiError('conflict', 'there is no kf chat', { field: 'body.to', hint: 'reply here' })
  if (!person.userid) throw new ApiError('conflict', 'no WeCom member', { field: 'body.to', hint: 'choose another' })
  const at = product.clock.instant()
  const moved = await product.wecom.kf.sessions.transfer({
    open_kfid: kf.openKfid,
    external_userid: kf.externalUserid,
    state: 'person',
    servicer_userid: person.userid,
  })
  if (moved.outcome !== 'moved') {
    const [hint, code] = refused[moved.outcome]
    throw new ApiError(code, `WeCom refused: ${moved.outcome}`, { field: 'body.to', hint })
  }
  await takenInClient(product, conversation, person.userid, at)
  if (moved.msgCode)
    await onEvent(
      product,
      { code: moved.msgCode, msgid: `${conversation._id}.${at}`, at, livesMs: TAKE_OVER_LIVES_MS },
      { kind: 'message', words: `${person.name} ${person.title}来了，请说。`, conversation, rateHandOverId: null },
    )
  await conversationChanged(product, conversation._id)
}
