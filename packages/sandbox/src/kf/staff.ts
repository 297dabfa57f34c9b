import type { Sandbox } from '../sandbox'
import type { KfAccount, KfSession } from '../world/kf'
import type { Written } from './chat-message'
import { logKf, logKfEvent } from './log'
import { deliver, eventCode } from './session'

/** What a servicer does to a session by hand in the WeCom client (W:94670). What the API does is never told. */
export type SessionChange =
  | { type: 'taken'; by: string }
  | { type: 'transferred'; from: string; to: string }
  | { type: 'ended'; by: string }
  | { type: 'reopened'; from: string | null; by: string }

const numbers = { taken: 1, transferred: 2, ended: 3, reopened: 4 } as const
const words = { taken: '接入', transferred: '转接', ended: '结束', reopened: '重新接入' } as const

/** Moves the session and tells session_status_change; a code comes with what was taken from the pool or ended. */
export function changeSession(sandbox: Sandbox, account: KfAccount, session: KfSession, change: SessionChange): void {
  const { clock, world, feed } = sandbox
  const next = change.type === 'ended' ? null : change.type === 'transferred' ? change.to : change.by
  const former = session.servicer
  if (former !== null && former !== next) session.formerServicers = [...(session.formerServicers ?? []), former]
  Object.assign(session, { state: next === null ? 4 : 3, servicer: next, activeAt: clock.now() })
  const user = world.users.find((one) => one.key === session.user)
  const old = change.type === 'ended' ? change.by : change.type === 'taken' ? null : change.from
  const code =
    change.type === 'taken'
      ? eventCode(sandbox, session, 'takeover')
      : change.type === 'ended'
        ? eventCode(sandbox, session, 'end')
        : null
  feed.add('kf.staff', `${user?.name ?? ''}的会话由接待人员${words[change.type]}`, {
    user: session.user,
    openKfid: account.openKfid,
    change: change.type,
  })
  logKfEvent(sandbox, account, {
    event_type: 'session_status_change',
    external_userid: user?.kfExternalUserid ?? '',
    change_type: numbers[change.type],
    ...(old === null ? {} : { old_servicer_userid: old }),
    ...(next === null ? {} : { new_servicer_userid: next }),
    ...(code === null ? {} : { msg_code: code }),
  })
}

/** A servicer writes: the patient sees it, and sync_msg tells it with origin 5. */
export function servicerSays(
  sandbox: Sandbox,
  account: KfAccount,
  session: KfSession,
  userid: string,
  { content, payload }: Written,
): string {
  const { world } = sandbox
  const name = world.members.find((one) => one.userid === userid)?.name ?? userid
  const message = deliver(sandbox, session, name, content)
  message.servicer = userid
  logKf(sandbox, account, {
    msgid: message.id,
    open_kfid: account.openKfid,
    external_userid: world.users.find((one) => one.key === session.user)?.kfExternalUserid ?? '',
    origin: 5,
    servicer_userid: userid,
    ...payload,
  })
  return message.id
}

/** Starts or stops receiving, and tells servicer_status_change, whose status counts otherwise than servicer/list. */
export function setReceiving(
  sandbox: Sandbox,
  account: KfAccount,
  servicer: KfAccount['servicers'][number],
  receiving: 'on' | 'stopped' | 'paused',
): void {
  const stopType = receiving === 'paused' ? 1 : 0
  const same = servicer.receiving === (receiving === 'on') && (receiving === 'on' || servicer.stopType === stopType)
  if (same) return
  Object.assign(servicer, { receiving: receiving === 'on', stopType })
  const name = sandbox.world.members.find((one) => one.userid === servicer.userid)?.name ?? servicer.userid
  const word = { on: '开始接待', stopped: '停止接待', paused: '暂时挂起' }[receiving]
  sandbox.feed.add('kf.servicer', `${name}${word}`, { userid: servicer.userid, openKfid: account.openKfid })
  logKfEvent(sandbox, account, {
    event_type: 'servicer_status_change',
    servicer_userid: servicer.userid,
    status: receiving === 'on' ? 1 : 2,
    ...(receiving === 'on' ? {} : { stop_type: stopType }),
  })
}

/** A servicer refuses a patient's messages, or takes them again (reject_customer_msg_switch_change). */
export function setRejecting(
  sandbox: Sandbox,
  account: KfAccount,
  session: KfSession,
  userid: string,
  rejecting: 'on' | 'off',
): void {
  session.rejectedBy = rejecting === 'on' ? userid : null
  logKfEvent(sandbox, account, {
    event_type: 'reject_customer_msg_switch_change',
    servicer_userid: userid,
    external_userid: sandbox.world.users.find((one) => one.key === session.user)?.kfExternalUserid ?? '',
    reject_switch: rejecting === 'on' ? 1 : 0,
  })
  sandbox.changed()
}
