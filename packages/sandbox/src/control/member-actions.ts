import * as z from 'zod'
import { demo } from '../demo'
import { accept, editedByPerson } from '../wecom/befriend'
import { confirmTask } from '../wecom/mass-task'
import { signedInUrl, trustedRedirect } from '../wecom/login-page'
import { issueLoginCode } from '../world/login-code'
import { action } from './action'
import type { Action } from './action'
import { ControlError } from './control-error'
import { checkAppid, friendshipBetween, memberNamed, userNamed } from './who'

/** What a member does in WeCom. */
export const memberActions: Action[] = [
  action({
    name: 'member-login',
    summary: 'wx.qy.login of a member in a mini-program inside WeCom: answers a code for miniprogram/jscode2session.',
    input: z.object({ userid: z.string(), appid: z.string().default(demo.miniPrograms.physician.appid) }),
    run(sandbox, given) {
      checkAppid(given.appid)
      return {
        code: issueLoginCode(sandbox, 'wecomMiniProgram', memberNamed(sandbox, given.userid).userid, given.appid),
      }
    },
  }),
  action({
    name: 'web-login',
    summary: 'A member signs in on the web page; answers the url the browser is sent to.',
    input: z.object({ userid: z.string(), state: z.string().default(''), redirectUri: z.string() }),
    run(sandbox, given) {
      if (!trustedRedirect(sandbox, given.redirectUri))
        throw new ControlError('notPossible', 'redirectUri is not trusted: see action trust', 'redirectUri')
      const url = signedInUrl(sandbox, memberNamed(sandbox, given.userid).userid, given.redirectUri, given.state)
      return { url, code: new URL(url).searchParams.get('code') }
    },
  }),
  action({
    name: 'member-accept',
    summary: 'A member accepts a patient who was added by half.',
    input: z.object({ userid: z.string(), user: z.string() }),
    run(sandbox, given) {
      const friendship = friendshipBetween(sandbox, given.userid, given.user)
      if (friendship.status !== 'half') throw new ControlError('notPossible', 'there is nothing to accept', 'user')
      accept(sandbox, friendship, userNamed(sandbox, given.user))
      return {}
    },
  }),
  action({
    name: 'member-say',
    summary: 'A member writes to a patient in the staff friend chat. No API can read it.',
    input: z.object({ userid: z.string(), user: z.string(), text: z.string().min(1) }),
    run(sandbox, given) {
      const friendship = friendshipBetween(sandbox, given.userid, given.user)
      const member = memberNamed(sandbox, given.userid)
      const id = sandbox.ids.next('chat-message', 20)
      friendship.chat.push({
        id,
        at: sandbox.clock.now(),
        from: 'corp',
        by: member.name,
        content: { type: 'text', text: given.text },
        readByPatient: false,
      })
      sandbox.feed.add('member.said', `${member.name}给${userNamed(sandbox, given.user).name}发消息`, {
        userid: given.userid,
        user: given.user,
      })
      return { messageId: id }
    },
  }),
  action({
    name: 'member-tag',
    summary: 'A member changes the tags or the remark of a customer by hand; the corp is told edit_external_contact.',
    input: z.object({
      userid: z.string(),
      user: z.string(),
      add: z.array(z.string()).default([]),
      remove: z.array(z.string()).default([]),
      remark: z.string().max(20).optional(),
    }),
    run(sandbox, given) {
      const friendship = friendshipBetween(sandbox, given.userid, given.user)
      const known = new Set(sandbox.world.tagGroups.flatMap((group) => group.tags.map((tag) => tag.id)))
      const unknown = [...given.add, ...given.remove].find((id) => !known.has(id))
      if (unknown !== undefined) throw new ControlError('notFound', `no tag ${unknown}`, 'add')
      const tags = new Set([...friendship.tags, ...given.add])
      for (const id of given.remove) tags.delete(id)
      friendship.tags = [...tags]
      if (given.remark !== undefined) friendship.remark = given.remark
      editedByPerson(sandbox, friendship, userNamed(sandbox, given.user))
      sandbox.feed.add('member.edited', `${memberNamed(sandbox, given.userid).name}修改了客户标签`, {
        userid: given.userid,
        user: given.user,
      })
      return { tags: friendship.tags }
    },
  }),
  action({
    name: 'confirm',
    summary: 'A member confirms a mass-send task; leaveOut names patients left out, where the task allows to select.',
    input: z.object({ userid: z.string(), msgid: z.string(), leaveOut: z.array(z.string()).default([]) }),
    run(sandbox, given) {
      const task = sandbox.world.massTasks.find((one) => one.msgid === given.msgid)
      const sender = task?.senders.find((one) => one.userid === given.userid)
      if (task === undefined || sender === undefined)
        throw new ControlError('notFound', 'no such task of this member', 'msgid')
      if (task.cancelled) throw new ControlError('notPossible', 'the task was cancelled', 'msgid')
      if (sender.status === 2) throw new ControlError('notPossible', 'already confirmed', 'msgid')
      if (given.leaveOut.length > 0 && !task.allowSelect) {
        throw new ControlError('notPossible', 'the task does not allow to select', 'leaveOut')
      }
      confirmTask(sandbox, task, given.userid, given.leaveOut)
      return { targets: task.targets.filter((one) => one.userid === given.userid) }
    },
  }),
  action({
    name: 'member-scope',
    summary: "Puts a member into the app's scope or takes them out of it.",
    input: z.object({ userid: z.string(), inScope: z.boolean() }),
    run(sandbox, given) {
      memberNamed(sandbox, given.userid).inScope = given.inScope
      sandbox.changed()
      return {}
    },
  }),
]
