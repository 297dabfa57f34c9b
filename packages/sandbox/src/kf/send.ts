import * as z from 'zod'
import { takeOne } from '../faults'
import type { Sandbox } from '../sandbox'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import type { Content } from '../world/chat'
import type { KfAccount, KfSession } from '../world/kf'
import { logKfEvent } from './log'
import { kfContent } from './message-content'
import { accountOf, deliver, hours48, kfCustomerOf, sessionOf, stateNow } from './session'

const perPatientMessage = 5
/** fail_type 10 (W:94670). */
const refusedByPatient = 10
const msgidSchema = z
  .string()
  .regex(/^[0-9a-zA-Z_-]{1,32}$/)
  .optional()
const sendSchema = z.looseObject({ touser: z.string(), open_kfid: z.string(), msgid: msgidSchema, msgtype: z.string() })
const eventSchema = z.looseObject({ code: z.string(), msgid: msgidSchema, msgtype: z.string() })

function checkMsgid(sandbox: Sandbox, account: KfAccount, msgid: string | undefined): void {
  if (msgid === undefined) return
  const before = account.msgids[msgid]
  if (before === undefined) return
  const forgotten =
    sandbox.world.switches.kfMsgidMemory === 'threeDays' && sandbox.clock.now() - before > 3 * 86_400_000
  if (!forgotten) throw new VendorError(95033)
}

/** Delivers; fails afterwards although errcode was 0 where the patient refuses, or the knob is set. */
function dispatch(
  sandbox: Sandbox,
  account: KfAccount,
  session: KfSession,
  content: Content,
  own: string | undefined,
): string {
  const msgid = own ?? sandbox.ids.next('kf-message', 32)
  account.msgids[msgid] = sandbox.clock.now()
  const knob = sandbox.world.faults.kfSendFail
  const played = knob !== undefined && takeOne(sandbox.world.faults, 'kfSendFail') ? knob.failType : null
  const failType = session.refused === true ? refusedByPatient : played
  if (failType !== null) {
    const user = sandbox.world.users.find((one) => one.key === session.user)
    logKfEvent(sandbox, account, {
      event_type: 'msg_send_fail',
      external_userid: user?.kfExternalUserid ?? '',
      fail_msgid: msgid,
      fail_type: failType,
    })
    sandbox.feed.add('kf.failed', `发给${user?.name ?? ''}的消息未能送达`, {
      user: session.user,
      openKfid: account.openKfid,
      msgid,
      failType: failType,
    })
  } else {
    deliver(sandbox, session, account.name, content, msgid)
  }
  return msgid
}

/** send_msg (W:94677) and send_msg_on_event (W:95122). */
export const sendApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'kf/send_msg',
    access: 'corp',
    handle({ sandbox, body }) {
      const now = sandbox.clock.now()
      const given = read(sendSchema, body)
      const account = accountOf(sandbox, given.open_kfid)
      const user = kfCustomerOf(sandbox, given.touser)
      const session = sessionOf(sandbox, account, user)
      checkMsgid(sandbox, account, given.msgid)
      const content = kfContent(sandbox, given, 50)
      const state = stateNow(session, now)
      const { kfSendLate, kfSendEnded } = sandbox.world.switches
      const late = new VendorError(kfSendLate === 'customerSilent' ? 95031 : 95002)
      if (session.lastPatientAt !== null && now - session.lastPatientAt > hours48) throw late
      if (state === 4 && kfSendEnded === 'ended') throw new VendorError(95013)
      if (state !== 0 && state !== 1) throw new VendorError(95018, `session is in state ${state}`)
      if (session.lastPatientAt === null) throw late
      if (session.sentSincePatient >= perPatientMessage) throw new VendorError(95001)
      session.state = 1
      session.sentSincePatient += 1
      return { msgid: dispatch(sandbox, account, session, content, given.msgid) }
    },
  },
  {
    method: 'POST',
    path: 'kf/send_msg_on_event',
    access: 'corp',
    handle({ sandbox, body }) {
      const now = sandbox.clock.now()
      const given = read(eventSchema, body)
      const code = sandbox.world.eventCodes.find((one) => one.code === given.code)
      const gone = new VendorError(sandbox.world.switches.kfEventCode === 'oauth' ? 40029 : 95007, 'code')
      if (code === undefined || code.used || code.expiresAt < now) throw gone
      const account = accountOf(sandbox, code.openKfid)
      const user = sandbox.world.users.find((one) => one.key === code.user)
      if (user === undefined) throw gone
      const session = sessionOf(sandbox, account, user)
      checkMsgid(sandbox, account, given.msgid)
      const menuAllowed = code.kind === 'welcome' || code.kind === 'end'
      if (given.msgtype !== 'text' && !(menuAllowed && given.msgtype === 'msgmenu'))
        throw new VendorError(95030, given.msgtype)
      if (code.state !== null && stateNow(session, now) !== code.state)
        throw new VendorError(95018, 'session has left the state that gave the code')
      const content = kfContent(sandbox, given, 10)
      code.used = true
      if (code.kind === 'welcome') session.welcomedAt = now
      return { msgid: dispatch(sandbox, account, session, content, given.msgid) }
    },
  },
]
