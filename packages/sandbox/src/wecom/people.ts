import type { Sandbox } from '../sandbox'
import { VendorError } from '../vendor/vendor-error'
import type { Friendship, Member, WechatUser } from '../world/people'

/** A member by userid, which the vendor compares without case. 60111 unknown, 60011 outside the app's scope. */
export function memberOf(sandbox: Sandbox, userid: string): Member {
  const member = sandbox.world.members.find((one) => one.userid.toLowerCase() === userid.toLowerCase())
  if (member === undefined) throw new VendorError(60111, userid)
  if (!member.inScope) throw new VendorError(60011, userid)
  return member
}

/** A customer by contact external_userid; 40096 unknown. */
export function customerOf(sandbox: Sandbox, externalUserid: string): WechatUser {
  const user = sandbox.world.users.find((one) => one.externalUserid !== null && one.externalUserid === externalUserid)
  if (user === undefined) throw new VendorError(40096, externalUserid)
  return user
}

/** Whether the pair can be written to and read: half-added counts, left by either does not. */
export function living(friendship: Friendship): boolean {
  return friendship.status === 'friend' || friendship.status === 'half'
}

/** The living pair of a member and a customer; 84061 when there is none. */
export function friendshipOf(sandbox: Sandbox, userid: string, externalUserid: string): Friendship {
  const member = memberOf(sandbox, userid)
  const user = sandbox.world.users.find((one) => one.externalUserid !== null && one.externalUserid === externalUserid)
  const found = sandbox.world.friendships.find(
    (one) => one.userid === member.userid && one.user === user?.key && living(one),
  )
  if (found === undefined) throw new VendorError(84061)
  return found
}

/** The contact external_userid of a WeChat user, made on first need and the same ever after. */
export function ensureExternalUserid(sandbox: Sandbox, user: WechatUser): string {
  user.externalUserid ??= `wm${sandbox.ids.of('external', user.key, 30)}`
  return user.externalUserid
}

/** The id the same person has towards kf; another one unless the switch says they are equal. */
export function ensureKfExternalUserid(sandbox: Sandbox, user: WechatUser): string {
  user.kfExternalUserid ??=
    sandbox.world.switches.kfExternalUserid === 'same'
      ? ensureExternalUserid(sandbox, user)
      : `wm${sandbox.ids.of('kf-external', user.key, 30)}`
  return user.kfExternalUserid
}
