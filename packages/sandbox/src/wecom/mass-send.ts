import * as z from 'zod'
import type { Sandbox } from '../sandbox'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import type { Friendship } from '../world/people'
import { messageContents, messageSchema } from './attachments'
import { lastInTouch } from './mass-task'
import type { MassTask } from './mass-task'
import { living, memberOf } from './people'

const addSchema = messageSchema.extend({
  chat_type: z.enum(['single', 'group']).default('single'),
  external_userid: z.array(z.string()).max(10_000).default([]),
  tag_filter: z.object({ group_list: z.array(z.object({ tag_list: z.array(z.string()).max(100) })) }).optional(),
  sender: z.string().optional(),
  allow_select: z.boolean().default(false),
})
const taskSchema = z.object({ msgid: z.string() })

/** A task by msgid; 41047 unknown. */
export function taskOf(sandbox: Sandbox, msgid: string): MassTask {
  const task = sandbox.world.massTasks.find((one) => one.msgid === msgid)
  if (task === undefined) throw new VendorError(41047)
  return task
}

function senderOf(sandbox: Sandbox, sender: string | undefined): string | undefined {
  if (sender === undefined) return undefined
  if (sender !== '') return memberOf(sandbox, sender).userid
  if (sandbox.world.switches.massSendEmptySender === 'refused') throw new VendorError(40058, 'sender')
  return undefined
}

/** OR inside a group of tags, AND across groups; tags are those of the pair. */
const hasTags = (friendship: Friendship, groups: { tag_list: string[] }[]): boolean =>
  groups.every((group) => group.tag_list.some((tag) => friendship.tags.includes(tag)))

/** Creating, reminding and cancelling mass-send tasks (W:92135, W:97610, W:97611). */
export const massSendApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'externalcontact/add_msg_template',
    access: 'corp',
    handle({ sandbox, body }) {
      const { world, clock, ids } = sandbox
      const given = read(addSchema, body)
      if (given.chat_type === 'group')
        throw new VendorError(40058, 'chat_type group: this sandbox has no customer groups')
      const sender = senderOf(sandbox, given.sender)
      const groups = given.tag_filter?.group_list ?? []
      if (given.external_userid.length === 0 && groups.length === 0 && sender === undefined) {
        throw new VendorError(40063, 'external_userid, tag_filter and sender are all empty')
      }
      const contents = messageContents(sandbox, given)
      const mine = world.friendships.filter((one) => living(one) && (sender === undefined || one.userid === sender))
      const userOf = (externalUserid: string): string | undefined =>
        world.users.find((one) => one.externalUserid === externalUserid)?.key
      const byIds = given.external_userid.length > 0
      const wanted = byIds
        ? given.external_userid.map(userOf)
        : mine.filter((one) => hasTags(one, groups)).map((one) => one.user)
      const chosen = [...new Set(wanted)].flatMap((user) => {
        const candidates = mine.filter((one) => one.user === user && (byIds || hasTags(one, groups)))
        return lastInTouch(candidates) ?? []
      })
      if (chosen.length === 0) throw new VendorError(41048)
      const reached = new Set(chosen.map((one) => one.user))
      const task: MassTask = {
        msgid: `msg${ids.next('mass-task', 40)}`,
        createdAt: clock.now(),
        contents,
        text: given.text ?? { content: '' },
        attachments: given.attachments ?? [],
        allowSelect: given.allow_select,
        cancelled: false,
        reminders: [],
        senders: [...new Set(chosen.map((one) => one.userid))].map((userid) => ({ userid, status: 0, sentAt: null })),
        targets: chosen.map((one) => ({ user: one.user, userid: one.userid, status: 0, sentAt: null })),
      }
      world.massTasks.push(task)
      const count = `${task.targets.length} 位客户，待 ${task.senders.length} 位成员确认`
      sandbox.feed.add('mass.created', `新的群发任务：${count}`, { msgid: task.msgid })
      const failed = given.external_userid.filter((id) => !reached.has(userOf(id) ?? ''))
      return { fail_list: failed, msgid: task.msgid }
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/remind_groupmsg_send',
    access: 'corp',
    handle({ sandbox, body }) {
      const task = taskOf(sandbox, read(taskSchema, body).msgid)
      if (task.cancelled) throw new VendorError(41093)
      const now = sandbox.clock.now()
      if (task.reminders.filter((at) => now - at < 86_400_000).length >= 3) throw new VendorError(41094)
      task.reminders.push(now)
      sandbox.feed.add('mass.reminded', '提醒成员确认群发', { msgid: task.msgid })
      return {}
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/cancel_groupmsg_send',
    access: 'corp',
    handle({ sandbox, body }) {
      const task = taskOf(sandbox, read(taskSchema, body).msgid)
      if (task.cancelled) throw new VendorError(41093)
      task.cancelled = true
      sandbox.feed.add('mass.cancelled', '停止了一个群发任务', { msgid: task.msgid })
      return {}
    },
  },
]
