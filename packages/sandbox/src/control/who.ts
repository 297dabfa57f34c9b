import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import type { KfAccount, KfSession } from '../world/kf'
import type { Friendship, Member, WechatUser } from '../world/people'
import { ControlError } from './control-error'

export function userNamed(sandbox: Sandbox, key: string): WechatUser {
  const user = sandbox.world.users.find((one) => one.key === key)
  if (user === undefined) throw new ControlError('notFound', `no WeChat user ${key}`, 'user')
  return user
}

export function memberNamed(sandbox: Sandbox, userid: string): Member {
  const member = sandbox.world.members.find((one) => one.userid === userid)
  if (member === undefined) throw new ControlError('notFound', `no member ${userid}`, 'userid')
  return member
}

export function friendshipBetween(sandbox: Sandbox, userid: string, user: string): Friendship {
  const found = sandbox.world.friendships.find((one) => one.userid === userid && one.user === user)
  if (found === undefined) throw new ControlError('notFound', `${user} is not a customer of ${userid}`, 'userid')
  return found
}

export function kfNamed(sandbox: Sandbox, openKfid: string): KfAccount {
  const account = sandbox.world.kfAccounts.find((one) => one.openKfid === openKfid && !one.deleted)
  if (account === undefined) throw new ControlError('notFound', `no kf account ${openKfid}`, 'openKfid')
  return account
}

export function kfSessionBetween(sandbox: Sandbox, openKfid: string, user: string): KfSession {
  kfNamed(sandbox, openKfid)
  userNamed(sandbox, user)
  const found = sandbox.world.kfSessions.find((one) => one.openKfid === openKfid && one.user === user)
  if (found === undefined) throw new ControlError('notFound', `${user} never entered this kf account`, 'user')
  return found
}

export function checkAppid(appid: string): void {
  if (!Object.values(demo.miniPrograms).some((app) => app.appid === appid)) {
    throw new ControlError('notFound', `no mini-program ${appid}`, 'appid')
  }
}
