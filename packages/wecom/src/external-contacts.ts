import * as z from 'zod'
import type { WecomClient } from './client'
import { characters, checked } from './limits'
import { pages } from './pages'

const contact = z.looseObject({
  external_userid: z.string(),
  name: z.string().optional(),
  avatar: z.string().optional(),
  /** 1 WeChat, 2 WeCom. */
  type: z.int(),
  gender: z.int().optional(),
  /** Only for WeChat users, and only when the corp bound a developer account of the same entity. */
  unionid: z.string().optional(),
})
const follow = {
  userid: z.string(),
  remark: z.string().optional(),
  description: z.string().optional(),
  /** Seconds since 1970. */
  createtime: z.int().optional(),
  remark_mobiles: z.array(z.string()).optional(),
  add_way: z.int().optional(),
  oper_userid: z.string().optional(),
  state: z.string().optional(),
}
const tag = z.looseObject({
  group_name: z.string().optional(),
  tag_name: z.string(),
  /** Absent for personal tags. */
  tag_id: z.string().optional(),
  /** 1 corp, 2 personal, 3 rule. */
  type: z.int(),
})
const followUser = z.looseObject({ ...follow, tags: z.array(tag).default([]) })
const next = { next_cursor: z.string().optional() }
const got = z.looseObject({ external_contact: contact, follow_user: z.array(followUser).default([]), ...next })
const batch = z.looseObject({
  external_contact_list: z
    .array(
      z.looseObject({
        external_contact: contact,
        follow_info: z.looseObject({ ...follow, tag_id: z.array(z.string()).default([]) }),
      }),
    )
    .default([]),
  fail_info: z.looseObject({ unlicensed_userid_list: z.array(z.string()).default([]) }).optional(),
  ...next,
})

const batchSchema = z.strictObject({
  userid_list: z.array(z.string().min(1)).min(1).max(100, { error: 'at most 100 members' }),
  cursor: z.string().optional(),
  limit: z.int().min(1).max(100).optional(),
})
const remarkSchema = z.strictObject({
  userid: z.string().min(1),
  external_userid: z.string().min(1),
  remark: characters(20).optional(),
  description: characters(150).optional(),
  remark_company: characters(20).optional(),
  /** Overwrites all phones. */
  remark_mobiles: z.array(z.string()).optional(),
  remark_pic_mediaid: z.string().optional(),
})

export type ExternalContact = z.output<typeof contact>
export type FollowUser = z.output<typeof followUser>
export type ExternalContactPage = z.output<typeof batch>

/** Patients who are friends of members (documents 92113, 92114, 92994, 92115). Changes by API raise no callback. */
export function externalContacts({ call }: WecomClient) {
  const family = 'externalcontact'
  return {
    async list(userid: string): Promise<string[]> {
      const answer = z.looseObject({ external_userid: z.array(z.string()).default([]) })
      return (await call({ api: `${family}/list`, query: { userid }, answer, repeat: 'safe' })).external_userid
    },
    /** One patient with everyone who follows them; more than 500 followers are read page by page. */
    async get(external_userid: string): Promise<{ contact: ExternalContact; followers: FollowUser[] }> {
      const api = `${family}/get`
      const page = (cursor?: string) => call({ api, query: { external_userid, cursor }, answer: got, repeat: 'safe' })
      let found: ExternalContact | undefined
      const followers: FollowUser[] = []
      for await (const { external_contact, follow_user } of pages(api, page)) {
        found ??= external_contact
        followers.push(...follow_user)
      }
      return { contact: found!, followers }
    },
    /** Pages of (patient, follower) pairs of up to 100 members; keep `next_cursor` to go on after a stop. */
    async *batchGetByUser(input: z.input<typeof batchSchema>): AsyncGenerator<ExternalContactPage> {
      const api = `${family}/batch/get_by_user`
      const { cursor: from, limit = 100, userid_list } = checked(api, batchSchema, input)
      const page = (cursor?: string) =>
        call({ api, body: { userid_list, limit, cursor }, answer: batch, repeat: 'safe' })
      yield* pages(api, page, from)
    },
    async remark(input: z.input<typeof remarkSchema>): Promise<void> {
      const api = `${family}/remark`
      await call({ api, body: checked(api, remarkSchema, input), answer: z.unknown(), repeat: 'safe' })
    },
    /** Members who have 客户联系. */
    async followUsers(): Promise<string[]> {
      const answer = z.looseObject({ follow_user: z.array(z.string()).default([]) })
      return (await call({ api: `${family}/get_follow_user_list`, answer, repeat: 'safe' })).follow_user
    },
  }
}
