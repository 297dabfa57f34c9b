import type { Sandbox } from '../sandbox'
import type { ChatMessage } from '../world/chat'
import type { KfAccount, KfSession } from '../world/kf'
import { logKfEvent } from './log'

/** How long WeChat lets a message be recalled. */
export const recallWithinMs = 2 * 60_000

/**
 * Takes a message back (W:94670): the chat shows that it was, and the corp is told by an event. sync_msg tells the
 * message itself still, or no longer, as the switch says.
 * @param servicer who recalls in the WeCom client; null is the patient
 */
export function recall(
  sandbox: Sandbox,
  account: KfAccount,
  session: KfSession,
  message: ChatMessage,
  servicer: string | null,
): void {
  const { world } = sandbox
  message.content = { type: 'recalled' }
  if (world.switches.kfRecalledMessage === 'gone') {
    account.log = account.log.filter((entry) => entry.message['msgid'] !== message.id)
  }
  const user = world.users.find((one) => one.key === session.user)
  sandbox.feed.add('kf.recalled', `${message.by}撤回了一条消息`, {
    user: session.user,
    openKfid: account.openKfid,
    msgid: message.id,
  })
  logKfEvent(sandbox, account, {
    event_type: servicer === null ? 'user_recall_msg' : 'servicer_recall_msg',
    external_userid: user?.kfExternalUserid ?? '',
    recall_msgid: message.id,
    ...(servicer === null ? {} : { servicer_userid: servicer }),
  })
}
