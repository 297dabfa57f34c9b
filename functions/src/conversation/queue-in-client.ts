import type { ConversationRow } from '@suixing/database'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'
import { onEvent } from './on-event'

/** Who holds a session that waits in WeCom's queue: nobody yet. */
export const NOBODY_YET = ''
/** Life of a queue code (WeCom 95122). */
const QUEUE_LIVES_MS = 48 * 3_600_000
const WORDS = '已进入人工接待的队列，轮到您时同事会在这里说话。'

/**
 * Puts the kf session into WeCom's own queue (state 2), for teams that answer in the WeCom client: servicers take it from there, and the API
 * may not send meanwhile. The patient was told of the hand-over before, and the team is asked by cards all the same, so a queue that refuses
 * or a crash in between loses nobody.
 */
export async function queueInClient(product: Product, conversation: ConversationRow, messageId: string): Promise<void> {
  const { kf } = conversation
  if (!kf || kf.client || !product.wecom) return
  const at = product.clock.instant()
  try {
    const moved = await product.wecom.kf.sessions.transfer({
      open_kfid: kf.openKfid,
      external_userid: kf.externalUserid,
      state: 'queue',
    })
    if (moved.outcome !== 'moved') return product.log.warn({ outcome: moved.outcome }, 'chat was not queued')
    await product.repositories.conversations.setClient(conversation._id, { userid: NOBODY_YET, since: at })
    if (moved.msgCode)
      await onEvent(
        product,
        { code: moved.msgCode, msgid: `queue.${messageId}`, at, livesMs: QUEUE_LIVES_MS },
        { kind: 'message', words: WORDS, conversation, rateHandOverId: null },
      )
  } catch (error) {
    product.log.warn({ err: error, may: mayPass(error) }, 'chat was not queued')
  }
}
