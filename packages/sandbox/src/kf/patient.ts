import type { Sandbox } from '../sandbox'
import type { Content } from '../world/chat'
import type { KfAccount, KfSession } from '../world/kf'
import type { WechatUser } from '../world/people'
import { ensureKfExternalUserid } from '../wecom/people'
import { logKf, logKfEvent } from './log'
import { eventCode, hours48, sessionOf, stateNow } from './session'

/** What an entry link carries; null when it is not one of ours. */
export function parseKfLink(
  sandbox: Sandbox,
  text: string,
): { account: KfAccount; scene: string; sceneParam: string } | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  const code = /^\/kf\/(kfc[0-9a-zA-Z]+)$/.exec(url.pathname)?.[1]
  if (url.hostname !== 'work.weixin.qq.com' || code === undefined) return null
  const account = sandbox.world.kfAccounts.find((one) => !one.deleted && one.links.some((link) => link.code === code))
  const link = account?.links.find((one) => one.code === code)
  if (account === undefined || link === undefined) return null
  const raw = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '')
  if (link.encScene === null) return { account, scene: '', sceneParam: '' }
  const untouched =
    raw[0] === `enc_scene=${link.encScene}` &&
    raw.length <= 2 &&
    (raw[1] === undefined || raw[1].startsWith('scene_param='))
  // Any other edit of the link still opens the chat, but tells nothing (W:94665).
  if (!untouched) return { account, scene: '', sceneParam: '' }
  const param = url.searchParams.get('scene_param') ?? ''
  return { account, scene: link.scene, sceneParam: Buffer.byteLength(param, 'utf8') <= 128 ? param : '' }
}

export interface Entered {
  session: KfSession
  welcomeCode: string | null
}

/** The patient opens an entry link. A welcome code comes only without welcome and words in the last 48 hours. */
export function enterKf(
  sandbox: Sandbox,
  user: WechatUser,
  account: KfAccount,
  scene: string,
  sceneParam: string,
): Entered {
  const now = sandbox.clock.now()
  const externalUserid = ensureKfExternalUserid(sandbox, user)
  const session = sessionOf(sandbox, account, user)
  session.scene = scene
  session.sceneParam = sceneParam
  if (stateNow(session, now) === 4) Object.assign(session, { state: 4, servicer: null, activeAt: now })
  const recently = (at: number | null): boolean => at !== null && now - at <= hours48
  const welcomeCode =
    recently(session.welcomedAt) || recently(session.lastPatientAt) ? null : eventCode(sandbox, session, 'welcome')
  sandbox.waitingSince.set(`kf/${account.openKfid}/${user.key}`, sandbox.clock.real())
  sandbox.feed.add('kf.entered', `${user.name}进入「${account.name}」`, {
    user: user.key,
    openKfid: account.openKfid,
    scene,
  })
  logKfEvent(sandbox, account, {
    event_type: 'enter_session',
    external_userid: externalUserid,
    scene,
    scene_param: sceneParam,
    ...(welcomeCode === null ? {} : { welcome_code: welcomeCode }),
  })
  return { session, welcomeCode }
}

/**
 * The patient sends something in a kf chat: opens the window of 48 hours and five messages anew. While a servicer
 * refuses this patient's messages the phone says so and nothing is told.
 */
export function sayKf(
  sandbox: Sandbox,
  user: WechatUser,
  account: KfAccount,
  content: Content,
  payload: Record<string, unknown>,
): string {
  const { clock, ids } = sandbox
  const session = sessionOf(sandbox, account, user)
  const externalUserid = ensureKfExternalUserid(sandbox, user)
  const msgid = ids.next('kf-message', 32)
  session.chat.push({ id: msgid, at: clock.now(), from: 'patient', by: user.name, content, readByPatient: true })
  if (session.rejectedBy !== undefined && session.rejectedBy !== null) {
    const text = '消息已发出，但被对方拒收了。'
    const notice = { id: ids.next('kf-notice', 20), at: clock.now(), from: 'system' as const, by: account.name }
    session.chat.push({ ...notice, content: { type: 'notice', text }, readByPatient: true })
    sandbox.changed()
    return msgid
  }
  if (stateNow(session, clock.now()) === 4) Object.assign(session, { state: 0, servicer: null, formerServicers: [] })
  Object.assign(session, { activeAt: clock.now(), lastPatientAt: clock.now(), sentSincePatient: 0 })
  sandbox.waitingSince.set(`kf/${account.openKfid}/${user.key}`, clock.real())
  sandbox.feed.add('patient.said', `${user.name}在「${account.name}」发来消息`, {
    user: user.key,
    openKfid: account.openKfid,
    msgid,
  })
  logKf(sandbox, account, {
    msgid,
    open_kfid: account.openKfid,
    external_userid: externalUserid,
    origin: 3,
    ...payload,
  })
  return msgid
}
