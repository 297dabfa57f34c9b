import * as z from 'zod'
import { demo } from '../demo'
import { enterKf, parseKfLink, sayKf } from '../kf/patient'
import { befriend, part } from '../wecom/befriend'
import { living } from '../wecom/people'
import { decide, setAllowed } from '../wechat/subscribe'
import { pushChange, pushPopup } from '../wechat/subscribe-events'
import { issueLoginCode } from '../world/login-code'
import { newUser } from '../world/new-user'
import { action } from './action'
import type { Action } from './action'
import { ControlError } from './control-error'
import { openContactLink } from './open-link'
import { checkAppid, friendshipBetween, kfNamed, memberNamed, userNamed } from './who'

const user = z.string()

/** What a patient does with the phone. */
export const patientActions: Action[] = [
  action({
    name: 'person',
    summary: 'One more person with WeChat, beside those of the demo world; ids follow from the key.',
    input: z.object({
      key: z.string().regex(/^[a-z][a-z0-9]{0,30}$/),
      name: z.string().min(1).max(20),
      gender: z.union([z.literal(1), z.literal(2)]).default(1),
    }),
    run(sandbox, given) {
      if (sandbox.world.users.some((one) => one.key === given.key))
        throw new ControlError('notPossible', 'this key is taken', 'key')
      sandbox.world.users.push(newUser(sandbox.ids, given))
      sandbox.changed()
      return { user: given.key }
    },
  }),
  action({
    name: 'scan',
    summary:
      'A patient scans a contact QR (by its picture url or content, its configId, or its state) and becomes a friend.',
    input: z.object({
      user,
      url: z.string().optional(),
      configId: z.string().optional(),
      state: z.string().optional(),
    }),
    run(sandbox, given) {
      const way = openContactLink(sandbox, given)
      return befriend(sandbox, userNamed(sandbox, given.user), way)
    },
  }),
  action({
    name: 'enter',
    summary: 'A patient opens a kf link. via native: through wx.openCustomerServiceChat of a mini-program.',
    input: z.object({ user, url: z.string(), via: z.enum(['link', 'native']).default('link') }),
    run(sandbox, given) {
      const link = parseKfLink(sandbox, given.url)
      if (link === null) throw new ControlError('notFound', 'not a kf link of this corp', 'url')
      const lost = given.via === 'native' && sandbox.world.switches.kfNativeSceneParam === 'lost'
      const entered = enterKf(
        sandbox,
        userNamed(sandbox, given.user),
        link.account,
        link.scene,
        lost ? '' : link.sceneParam,
      )
      return {
        chatId: `kf:${link.account.openKfid}`,
        openKfid: link.account.openKfid,
        welcomeCode: entered.welcomeCode !== null,
      }
    },
  }),
  action({
    name: 'say',
    summary:
      'A patient writes: in a kf chat (openKfid), which the corp can read, or to a member (userid), which it cannot.',
    input: z.object({
      user,
      openKfid: z.string().optional(),
      userid: z.string().optional(),
      text: z.string().min(1).max(4000),
    }),
    run(sandbox, given) {
      const who = userNamed(sandbox, given.user)
      const content = { type: 'text' as const, text: given.text }
      if (given.userid !== undefined) {
        const friendship = friendshipBetween(sandbox, given.userid, who.key)
        if (!living(friendship)) throw new ControlError('notPossible', 'they are no longer friends', 'userid')
        const id = sandbox.ids.next('chat-message', 20)
        friendship.chat.push({
          id,
          at: sandbox.clock.now(),
          from: 'patient',
          by: who.name,
          content,
          readByPatient: true,
        })
        sandbox.feed.add('patient.said', `${who.name}给${memberNamed(sandbox, given.userid).name}发来消息`, {
          user: who.key,
          userid: given.userid,
        })
        return { messageId: id }
      }
      const account = kfNamed(sandbox, given.openKfid ?? demo.kf.openKfid)
      return { messageId: sayKf(sandbox, who, account, content, { msgtype: 'text', text: { content: given.text } }) }
    },
  }),
  action({
    name: 'read',
    summary: 'A patient looks at a chat: nothing in it is unread any more.',
    input: z.object({ user, chatId: z.string() }),
    run(sandbox, given) {
      const key = userNamed(sandbox, given.user).key
      const { world } = sandbox
      const chat = [
        ...world.friendships
          .filter((one) => one.user === key && given.chatId === `staff:${one.userid}`)
          .flatMap((one) => one.chat),
        ...world.kfSessions
          .filter((one) => one.user === key && given.chatId === `kf:${one.openKfid}`)
          .flatMap((one) => one.chat),
        ...world.serviceNotices
          .filter((one) => one.user === key && given.chatId === 'service')
          .map((one) => one.message),
      ]
      for (const message of chat) message.readByPatient = true
      sandbox.changed()
      return {}
    },
  }),
  action({
    name: 'unfriend',
    summary: 'A patient deletes a member (by: patient), or a member a patient (by: member).',
    input: z.object({ user, userid: z.string(), by: z.enum(['patient', 'member']).default('patient') }),
    run(sandbox, given) {
      const friendship = friendshipBetween(sandbox, given.userid, given.user)
      if (!living(friendship)) throw new ControlError('notPossible', 'they are no longer friends', 'userid')
      part(sandbox, friendship, userNamed(sandbox, given.user), given.by)
      return {}
    },
  }),
  action({
    name: 'login',
    summary: 'wx.login of a patient in a mini-program: answers a code for sns/jscode2session.',
    input: z.object({ user, appid: z.string() }),
    run(sandbox, given) {
      checkAppid(given.appid)
      return { code: issueLoginCode(sandbox, 'wechat', userNamed(sandbox, given.user).key, given.appid) }
    },
  }),
  action({
    name: 'subscribe',
    summary: 'What a patient answers to wx.requestSubscribeMessage; an accept is worth one sending.',
    input: z.object({
      user,
      templateId: z.string(),
      decision: z.enum(['accept', 'reject']),
      appid: z.string().default(demo.miniPrograms.patient.appid),
    }),
    run(sandbox, given) {
      checkAppid(given.appid)
      if (!sandbox.world.templates.some((one) => one.id === given.templateId))
        throw new ControlError('notFound', 'no such template', 'templateId')
      const who = userNamed(sandbox, given.user)
      const credits = decide(sandbox, who.key, given.appid, given.templateId, given.decision)
      pushPopup(sandbox, who, given.appid, given.templateId, given.decision)
      return { credits }
    },
  }),
  action({
    name: 'subscribe-setting',
    summary: "What a patient sets for a template in the mini-program's settings; switching off (reject) is pushed.",
    input: z.object({
      user,
      templateId: z.string(),
      setting: z.enum(['accept', 'reject']),
      appid: z.string().default(demo.miniPrograms.patient.appid),
    }),
    run(sandbox, given) {
      checkAppid(given.appid)
      const who = userNamed(sandbox, given.user)
      if (!setAllowed(sandbox, who.key, given.appid, given.templateId, given.setting))
        throw new ControlError('notFound', 'this template was never asked for', 'templateId')
      if (given.setting === 'reject') pushChange(sandbox, who, given.appid, given.templateId)
      return {}
    },
  }),
]
