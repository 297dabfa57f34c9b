import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import type { KfAccount } from '../world/kf'

const days3 = 3 * 86_400_000
const tokenLifeMs = 10 * 60_000

/** Appends to what sync_msg tells and rings the doorbell (W:94670). */
export function logKf(sandbox: Sandbox, account: KfAccount, message: Record<string, unknown>): void {
  const { world, clock, ids, pusher } = sandbox
  account.lastSeq += 1
  const kept = account.log.findIndex((entry) => clock.now() - entry.at <= days3)
  if (kept !== 0) account.log = kept === -1 ? [] : account.log.slice(kept)
  account.log.push({
    seq: account.lastSeq,
    at: clock.now(),
    message: { send_time: Math.floor(clock.now() / 1000), ...message },
  })
  const token = ids.next('kf-token', 64)
  world.kfTokens = world.kfTokens.filter((one) => one.expiresAt > clock.now())
  world.kfTokens.push({ token, openKfid: account.openKfid, expiresAt: clock.now() + tokenLifeMs })
  pusher.push('kf_msg_or_event', {
    ToUserName: demo.corp.corpid,
    CreateTime: Math.floor(clock.now() / 1000),
    MsgType: 'event',
    Event: 'kf_msg_or_event',
    Token: token,
    OpenKfId: account.openKfid,
  })
}

/** A system event in the log: the ids sit inside `event`. */
export function logKfEvent(sandbox: Sandbox, account: KfAccount, event: Record<string, unknown>): void {
  logKf(sandbox, account, {
    msgid: sandbox.ids.next('kf-message', 32),
    origin: 4,
    msgtype: 'event',
    event: { open_kfid: account.openKfid, ...event },
  })
}
