import type { ConversationRow } from '@suixing/database'
import type { KfSession } from '@suixing/wecom'
import type { Product } from '../platform/product'
import { NOBODY_YET } from './queue-in-client'

/**
 * Asks WeCom who holds the kf session, where its own events are late or never come: a session ends by itself 48 hours after the last word
 * (WeCom 94669), which nobody tells. An answer that does not come changes nothing.
 */
export async function readSession(product: Product, { _id, kf }: ConversationRow): Promise<void> {
  if (!kf || !product.wecom) return
  const { conversations } = product.repositories
  const at = product.clock.instant()
  let session: KfSession
  try {
    session = await product.wecom.kf.sessions.get(kf.openKfid, kf.externalUserid)
  } catch (error) {
    product.log.warn({ err: error }, 'state of a kf session could not be read')
    return
  }
  switch (session.state) {
    case 'person': {
      const userid = session.servicer ?? ''
      if (kf.client?.userid !== userid) await conversations.setClient(_id, { userid, since: at })
      return
    }
    case 'new':
    case 'assistant':
      if (kf.client) await conversations.setClient(_id, null)
      return
    case 'ended':
      if (kf.client) await conversations.setClient(_id, null)
      await conversations.closeWindow(_id, at)
      return
    case 'queue':
      if (kf.client?.userid !== NOBODY_YET) await conversations.setClient(_id, { userid: NOBODY_YET, since: at })
      return
  }
}
