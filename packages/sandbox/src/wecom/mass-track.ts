import * as z from 'zod'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { taskOf } from './mass-send'

const monthSeconds = 31 * 86_400
const paged = { cursor: z.string().default('') }
const listSchema = z.object({
  chat_type: z.enum(['single', 'group']),
  start_time: z.int(),
  end_time: z.int(),
  creator: z.string().optional(),
  filter_type: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(2),
  limit: z.int().default(50),
  ...paged,
})
const taskSchema = z.object({ msgid: z.string(), limit: z.int().min(1).max(1000).default(500), ...paged })
const resultSchema = taskSchema.extend({ userid: z.string() })

const seconds = (at: number): number => Math.floor(at / 1000)

function page<T>(all: readonly T[], cursor: string, limit: number): { page: T[]; next_cursor: string } {
  const offset = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64url').toString())
  if (!Number.isInteger(offset) || offset < 0) throw new VendorError(40058, 'cursor')
  const end = offset + limit
  return {
    page: all.slice(offset, end),
    next_cursor: end < all.length ? Buffer.from(String(end)).toString('base64url') : '',
  }
}

/** What became of mass-send tasks (W:93338). All here are made by API, so `creator` is absent. */
export const massTrackApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'externalcontact/get_groupmsg_list_v2',
    access: 'corp',
    handle({ sandbox, body }) {
      const given = read(listSchema, body)
      const span = given.end_time - given.start_time
      if (span < 0 || span > monthSeconds) throw new VendorError(40058, 'end_time: at most one month after start_time')
      const among = (at: number): boolean => seconds(at) >= given.start_time && seconds(at) <= given.end_time
      const byCorp = given.chat_type === 'single' && given.filter_type !== 1 && given.creator === undefined
      const tasks = byCorp ? sandbox.world.massTasks.filter((task) => among(task.createdAt)) : []
      // A limit out of range falls back to the default instead of being refused.
      const limit = given.limit >= 1 && given.limit <= 100 ? given.limit : 50
      const found = page(tasks, given.cursor, limit)
      const group_msg_list = found.page.map((task) => ({
        msgid: task.msgid,
        create_time: String(seconds(task.createdAt)),
        create_type: 0,
        text: task.text,
        attachments: task.attachments,
      }))
      return { group_msg_list, next_cursor: found.next_cursor }
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/get_groupmsg_task',
    access: 'corp',
    handle({ sandbox, body }) {
      const given = read(taskSchema, body)
      const found = page(taskOf(sandbox, given.msgid).senders, given.cursor, given.limit)
      const task_list = found.page.map(({ userid, status, sentAt }) => ({
        userid,
        status,
        ...(sentAt === null ? {} : { send_time: seconds(sentAt) }),
      }))
      return { task_list, next_cursor: found.next_cursor }
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/get_groupmsg_send_result',
    access: 'corp',
    handle({ sandbox, body }) {
      const given = read(resultSchema, body)
      const targets = taskOf(sandbox, given.msgid).targets.filter((one) => one.userid === given.userid)
      const found = page(targets, given.cursor, given.limit)
      const send_list = found.page.map(({ user, userid, status, sentAt }) => ({
        external_userid: sandbox.world.users.find((one) => one.key === user)?.externalUserid,
        userid,
        status,
        ...(sentAt === null ? {} : { send_time: seconds(sentAt) }),
      }))
      return { send_list, next_cursor: found.next_cursor }
    },
  },
]
