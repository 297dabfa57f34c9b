import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import type { Friendship, WechatUser } from '../world/people'
import { ensureExternalUserid, living } from './people'
import type { ContactWay } from './contact-way'

/** What a scan came to. */
export type Befriended =
  { outcome: 'added' | 'half' | 'alreadyFriends'; userid: string; externalUserid: string } | { outcome: 'expired' }

function contactEvent(
  sandbox: Sandbox,
  changeType: string,
  friendship: Friendship,
  user: WechatUser,
  welcomeCode: string | null,
): void {
  sandbox.pusher.push(changeType, {
    ...envelope(sandbox),
    Event: 'change_external_contact',
    ChangeType: changeType,
    UserID: friendship.userid,
    ExternalUserID: user.externalUserid ?? '',
    State: friendship.state === '' ? undefined : friendship.state,
    WelcomeCode: welcomeCode ?? undefined,
  })
}

function envelope(sandbox: Sandbox): { ToUserName: string; FromUserName: string; CreateTime: number; MsgType: string } {
  return {
    ToUserName: demo.corp.corpid,
    FromUserName: 'sys',
    CreateTime: Math.floor(sandbox.clock.now() / 1000),
    MsgType: 'event',
  }
}

function newWelcomeCode(sandbox: Sandbox, friendship: Friendship): string {
  const code = sandbox.ids.next('welcome-code', 43)
  sandbox.world.welcomeCodes = sandbox.world.welcomeCodes.slice(-500)
  sandbox.world.welcomeCodes.push({
    code,
    userid: friendship.userid,
    user: friendship.user,
    issuedAt: sandbox.clock.now(),
    used: false,
  })
  sandbox.waitingSince.set(`welcome/${friendship.userid}/${friendship.user}`, sandbox.clock.real())
  return code
}

/** A patient scans a way: the first of its members who is not yet a friend is added; the corp learns by callback. */
export function befriend(sandbox: Sandbox, user: WechatUser, way: ContactWay): Befriended {
  const { world, clock, ids, feed } = sandbox
  if (way.expiresAt !== null && clock.now() > way.expiresAt) return { outcome: 'expired' }
  const userid = way.users[0]
  if (userid === undefined) return { outcome: 'expired' }
  const externalUserid = ensureExternalUserid(sandbox, user)
  const member = world.members.find((one) => one.userid === userid)
  const before = world.friendships.find((one) => one.userid === userid && one.user === user.key)
  feed.add('scan', `${user.name}扫码联系${member?.name ?? userid}`, { user: user.key, userid, configId: way.configId })
  if (before !== undefined && living(before)) return { outcome: 'alreadyFriends', userid, externalUserid }
  const friendship: Friendship = before ?? {
    userid,
    user: user.key,
    status: 'friend',
    since: 0,
    addWay: 1,
    state: '',
    configId: null,
    remark: '',
    description: '',
    remarkCorpName: '',
    mobiles: [],
    tags: [],
    chat: [],
  }
  if (before === undefined) world.friendships.push(friendship)
  Object.assign(friendship, {
    status: way.skipVerify ? 'friend' : 'half',
    since: clock.now(),
    addWay: 1,
    state: way.state,
    configId: way.configId,
    remark: '',
    description: '',
    mobiles: [],
    tags: [],
  })
  const text = way.skipVerify
    ? `你已添加了${member?.name ?? userid}，现在可以开始聊天了。`
    : '已发送好友申请，可以先发消息。'
  friendship.chat.push({
    id: ids.next('chat-message', 20),
    at: clock.now(),
    from: 'system',
    by: '',
    content: { type: 'notice', text },
    readByPatient: true,
  })
  if (way.temporary) world.contactWays = world.contactWays.filter((one) => one !== way)
  contactEvent(
    sandbox,
    way.skipVerify ? 'add_external_contact' : 'add_half_external_contact',
    friendship,
    user,
    newWelcomeCode(sandbox, friendship),
  )
  feed.add('friend.added', `${user.name}成为${member?.name ?? userid}的客户`, {
    user: user.key,
    userid,
    externalUserid,
  })
  return { outcome: way.skipVerify ? 'added' : 'half', userid, externalUserid }
}

/** A member accepts a half-added patient. No welcome code comes when the half-add's was used. */
export function accept(sandbox: Sandbox, friendship: Friendship, user: WechatUser): void {
  const { world, feed } = sandbox
  friendship.status = 'friend'
  const used = world.welcomeCodes.some(
    (code) =>
      code.userid === friendship.userid &&
      code.user === friendship.user &&
      code.issuedAt >= friendship.since &&
      code.used,
  )
  contactEvent(sandbox, 'add_external_contact', friendship, user, used ? null : newWelcomeCode(sandbox, friendship))
  feed.add('friend.accepted', `通过了${user.name}的好友申请`, { user: user.key, userid: friendship.userid })
}

/** Either side ends the friendship. */
export function part(sandbox: Sandbox, friendship: Friendship, user: WechatUser, by: 'patient' | 'member'): void {
  friendship.status = by === 'patient' ? 'leftByPatient' : 'leftByMember'
  const changeType = by === 'patient' ? 'del_follow_user' : 'del_external_contact'
  sandbox.pusher.push(changeType, {
    ...envelope(sandbox),
    Event: 'change_external_contact',
    ChangeType: changeType,
    UserID: friendship.userid,
    ExternalUserID: user.externalUserid ?? '',
  })
  const sentence =
    by === 'patient' ? `${user.name}删除了${friendship.userid}` : `${friendship.userid}删除了${user.name}`
  sandbox.feed.add('friend.left', sentence, { user: user.key, userid: friendship.userid, by })
}

/** A person changed tags or remark in the client: unlike the API, this is told. */
export function editedByPerson(sandbox: Sandbox, friendship: Friendship, user: WechatUser): void {
  sandbox.pusher.push('edit_external_contact', {
    ...envelope(sandbox),
    Event: 'change_external_contact',
    ChangeType: 'edit_external_contact',
    UserID: friendship.userid,
    ExternalUserID: user.externalUserid ?? '',
  })
}
