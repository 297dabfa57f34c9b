import type { Sandbox } from '../sandbox'
import { VendorError } from '../vendor/vendor-error'
import type { ChatMessage, Content } from '../world/chat'
import type { EventCode, KfAccount, KfSession, ServiceState } from '../world/kf'
import type { WechatUser } from '../world/people'

export const hours48 = 48 * 3_600_000

/** A kf account; 95000 when the id is malformed, 95004 when unknown or deleted. */
export function accountOf(sandbox: Sandbox, openKfid: string): KfAccount {
  if (!openKfid.startsWith('wk')) throw new VendorError(95000)
  const account = sandbox.world.kfAccounts.find((one) => one.openKfid === openKfid && !one.deleted)
  if (account === undefined) throw new VendorError(95004)
  return account
}

/** The WeChat user of a kf external_userid; 40096 unknown. */
export function kfCustomerOf(sandbox: Sandbox, externalUserid: string): WechatUser {
  const user = sandbox.world.users.find(
    (one) => one.kfExternalUserid !== null && one.kfExternalUserid === externalUserid,
  )
  if (user === undefined) throw new VendorError(40096, externalUserid)
  return user
}

/** The session of a patient with an account, made on first need in state 4. */
export function sessionOf(sandbox: Sandbox, account: KfAccount, user: WechatUser): KfSession {
  const { world, clock } = sandbox
  const known = world.kfSessions.find((one) => one.openKfid === account.openKfid && one.user === user.key)
  if (known !== undefined) return known
  const session: KfSession = {
    openKfid: account.openKfid,
    user: user.key,
    state: 4,
    servicer: null,
    activeAt: clock.now(),
    lastPatientAt: null,
    sentSincePatient: 0,
    welcomedAt: null,
    scene: '',
    sceneParam: '',
    chat: [],
  }
  world.kfSessions.push(session)
  return session
}

/** A session lasts 48 hours or until ended (W:94669): what was open longer ago counts as ended. */
export function stateNow(session: KfSession, now: number): ServiceState {
  return now - session.activeAt > hours48 ? 4 : session.state
}

/** Puts a message into the patient's kf chat. */
export function deliver(sandbox: Sandbox, session: KfSession, by: string, content: Content, id?: string): ChatMessage {
  const message: ChatMessage = {
    id: id ?? sandbox.ids.next('kf-message', 32),
    at: sandbox.clock.now(),
    from: 'corp',
    by,
    content,
    readByPatient: false,
  }
  session.chat.push(message)
  const name = sandbox.world.users.find((user) => user.key === session.user)?.name ?? ''
  const key = `kf/${session.openKfid}/${session.user}`
  const since = sandbox.waitingSince.get(key)
  sandbox.waitingSince.delete(key)
  const latency = since === undefined ? undefined : Math.round(sandbox.clock.real() - since)
  sandbox.feed.add(
    'kf.delivered',
    `${name}收到${by}的消息`,
    { user: session.user, openKfid: session.openKfid, messageId: message.id, type: content.type },
    latency,
  )
  return message
}

const codeLife: Record<EventCode['kind'], number> = { welcome: 20_000, end: 20_000, queue: hours48, takeover: hours48 }

/** A single-use code for one message on an event (W:95122). */
export function eventCode(sandbox: Sandbox, session: KfSession, kind: EventCode['kind']): string {
  const { world, ids, clock } = sandbox
  const code = ids.next('event-code', 43)
  world.eventCodes = world.eventCodes.filter((one) => one.expiresAt > clock.now() - hours48).slice(-1_000)
  world.eventCodes.push({
    code,
    kind,
    openKfid: session.openKfid,
    user: session.user,
    expiresAt: clock.now() + codeLife[kind],
    state: kind === 'welcome' ? null : session.state,
    used: false,
  })
  return code
}
