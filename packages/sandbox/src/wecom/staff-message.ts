import { createHash } from 'node:crypto'
import * as z from 'zod'
import { isUpdatable } from '../cards/card'
import { issueResponseCode } from '../cards/response-code'
import { cardToSend } from '../cards/sent-card'
import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import { byteLength, read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import type { InboxMessage } from '../world/people'

const schema = z.looseObject({
  touser: z.string().default(''),
  toparty: z.string().default(''),
  totag: z.string().default(''),
  msgtype: z.string(),
  agentid: z.union([z.int(), z.string()]).optional(),
  enable_duplicate_check: z.union([z.literal(0), z.literal(1)]).default(0),
  duplicate_check_interval: z
    .int()
    .min(1)
    .max(4 * 3600)
    .default(1800),
})
const textSchema = z.object({ content: z.string().min(1) })
const cardSchema = z.object({
  title: z.string().min(1),
  description: z.string().min(1),
  url: z.string().min(1),
  btntxt: z.string().default('详情'),
})
const noticeSchema = z.object({
  appid: z.string(),
  page: z.string().default(''),
  title: z.string(),
  description: z.string().default(''),
  emphasis_first_item: z.boolean().default(false),
  content_item: z
    .array(z.object({ key: z.string().max(10), value: z.string().max(30) }))
    .max(10)
    .default([]),
})

const tooLong = (is: boolean, field: string): void => {
  if (is) throw new VendorError(45002, field)
}

function contentOf(sandbox: Sandbox, given: z.output<typeof schema>): InboxMessage['content'] {
  const part = given[given.msgtype]
  switch (given.msgtype) {
    case 'text':
    case 'markdown': {
      const { content } = read(textSchema, part)
      tooLong(byteLength(content) > 2048, `${given.msgtype}.content`)
      return { type: given.msgtype, text: content }
    }
    case 'textcard': {
      const card = read(cardSchema, part)
      tooLong([...card.title].length > 128, 'textcard.title')
      tooLong([...card.description].length > 512, 'textcard.description')
      tooLong(byteLength(card.url) > 2048, 'textcard.url')
      tooLong([...card.btntxt].length > 4, 'textcard.btntxt')
      return { type: 'textcard', title: card.title, description: card.description, url: card.url, button: card.btntxt }
    }
    case 'miniprogram_notice': {
      const notice = read(noticeSchema, part)
      if (given.touser === '@all') throw new VendorError(40058, 'miniprogram_notice cannot go to @all')
      if (!Object.values(demo.miniPrograms).some((app) => app.appid === notice.appid && app.linkedToCorp))
        throw new VendorError(90200)
      tooLong(byteLength(notice.page) > 1024, 'miniprogram_notice.page')
      const title = [...notice.title].length
      if (title < 4 || title > 12) throw new VendorError(90204, 'miniprogram_notice.title must be 4 to 12 characters')
      const description = [...notice.description].length
      if (description !== 0 && (description < 4 || description > 12))
        throw new VendorError(90204, 'miniprogram_notice.description must be 4 to 12 characters')
      return {
        type: 'miniprogram_notice',
        title: notice.title,
        description: notice.description,
        appid: notice.appid,
        page: notice.page,
        items: notice.content_item,
      }
    }
    case 'template_card':
      return { type: 'template_card', card: cardToSend(sandbox, part), replaced: null }
    default:
      throw new VendorError(40008, given.msgtype)
  }
}

/** What a request says, where it asks that the same is not sent again within its interval; null where it does not. */
const saidBy = (given: z.output<typeof schema>): string | null =>
  given.enable_duplicate_check === 0 ? null : createHash('sha256').update(JSON.stringify(given)).digest('hex')

const perMinute = 30
const perHour = 1_000

/** message/send (W:90236) into members' inboxes; over 30 a minute or 1000 an hour a member gets nothing, silently. */
export const staffMessageApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'message/send',
    access: 'corp',
    handle({ sandbox, body }) {
      const { world, clock, ids } = sandbox
      const given = read(schema, body)
      if (given.msgtype !== 'miniprogram_notice' && Number(given.agentid) !== demo.corp.agentid)
        throw new VendorError(40056, 'agentid')
      const none = { invaliduser: '', invalidparty: '', invalidtag: '', unlicenseduser: '' }
      const said = saidBy(given)
      if (said !== null && (world.suppressed[said] ?? 0) > clock.now()) return none
      const content = contentOf(sandbox, given)
      const wanted =
        given.touser === '@all'
          ? world.members.map((one) => one.userid)
          : given.touser.split('|').filter((one) => one !== '')
      if (wanted.length === 0) throw new VendorError(82001)
      if (wanted.length > 1_000) throw new VendorError(40058, 'touser holds more than 1000 members')
      const reached = wanted.map((userid) =>
        world.members.find((one) => one.userid.toLowerCase() === userid.toLowerCase() && one.inScope),
      )
      const invalid = wanted.filter((_, index) => reached[index] === undefined).map((userid) => userid.toLowerCase())
      if (invalid.length === wanted.length) throw new VendorError(81013)
      const id = ids.next('staff-message', 43)
      if (said !== null) world.suppressed[said] = clock.now() + given.duplicate_check_interval * 1000
      for (const member of new Set(reached)) {
        if (member === undefined) continue
        const within = (ms: number): number => member.inbox.filter((one) => clock.now() - one.at < ms).length
        if (within(60_000) >= perMinute || within(3_600_000) >= perHour) continue
        member.inbox.push({ id, at: clock.now(), content: structuredClone(content) })
        if (member.inbox.length > 1_200) member.inbox.splice(0, member.inbox.length - 1_200)
        sandbox.feed.add('member.message', `${member.name}收到应用消息`, { userid: member.userid, type: content.type })
      }
      const answer = { ...none, invaliduser: invalid.join('|'), msgid: id }
      if (content.type !== 'template_card') return answer
      if (content.card.task_id !== undefined) world.cardTasks[content.card.task_id] = id
      return isUpdatable(content.card) ? { ...answer, response_code: issueResponseCode(sandbox, id) } : answer
    },
  },
]
