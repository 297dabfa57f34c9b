import * as z from 'zod'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import type { Sandbox } from '../sandbox'
import { VendorError } from '../vendor/vendor-error'
import type { Friendship, WechatUser } from '../world/people'
import { customerOf, friendshipOf, living, memberOf } from './people'

const followersPerPage = 500
const batchSchema = z.object({
  userid_list: z.array(z.string()).min(1).max(100),
  cursor: z.string().optional(),
  limit: z.int().min(1).max(100).default(50),
})
const remarkSchema = z.object({
  userid: z.string(),
  external_userid: z.string(),
  remark: z.string().max(20).optional(),
  description: z.string().max(150).optional(),
  remark_company: z.string().max(20).optional(),
  remark_mobiles: z.union([z.array(z.string()), z.string()]).optional(),
  remark_pic_mediaid: z.string().optional(),
})

const offsetOf = (cursor: string | undefined): number => {
  if (cursor === undefined || cursor === '') return 0
  const offset = Number(Buffer.from(cursor, 'base64url').toString())
  if (!Number.isInteger(offset) || offset < 0) throw new VendorError(40058, 'cursor')
  return offset
}
const cursorOf = (offset: number): string => Buffer.from(String(offset)).toString('base64url')

function externalContact(sandbox: Sandbox, user: WechatUser): object {
  return {
    external_userid: user.externalUserid,
    name: user.name,
    avatar: '',
    type: 1,
    gender: user.gender,
    ...(sandbox.world.switches.contactUnionid === 'bound' ? { unionid: user.unionid } : {}),
  }
}

const followBase = (friendship: Friendship): object => ({
  userid: friendship.userid,
  remark: friendship.remark,
  description: friendship.description,
  createtime: Math.floor(friendship.since / 1000),
  remark_mobiles: friendship.mobiles,
  remark_corp_name: friendship.remarkCorpName,
  add_way: friendship.addWay,
  oper_userid: friendship.addWay === 1 ? friendship.userid : '',
  ...(friendship.state === '' ? {} : { state: friendship.state }),
})

function followUser(sandbox: Sandbox, friendship: Friendship): object {
  const tags = sandbox.world.tagGroups.flatMap((group) =>
    group.tags
      .filter((tag) => friendship.tags.includes(tag.id))
      .map((tag) => ({ group_name: group.name, tag_name: tag.name, tag_id: tag.id, type: 1 })),
  )
  return { ...followBase(friendship), tags }
}

const livingOf = (sandbox: Sandbox, userid: string): Friendship[] =>
  sandbox.world.friendships.filter((one) => one.userid === userid && living(one))

const userOf = (sandbox: Sandbox, key: string): WechatUser => {
  const user = sandbox.world.users.find((one) => one.key === key)
  if (user === undefined) throw new Error(`friendship with unknown user ${key}`)
  return user
}

/** Reading customers (W:92109, W:92113, W:92114, W:92994) and remarks (W:92115). */
export const contactApis: VendorApi[] = [
  {
    method: 'GET',
    path: 'externalcontact/get_follow_user_list',
    access: 'corp',
    handle: ({ sandbox }) => ({
      follow_user: sandbox.world.members.filter((one) => one.inScope).map((one) => one.userid),
    }),
  },
  {
    method: 'GET',
    path: 'externalcontact/list',
    access: 'corp',
    handle({ sandbox, query }) {
      const member = memberOf(sandbox, query['userid'] ?? '')
      const mine = livingOf(sandbox, member.userid)
      if (mine.length === 0) throw new VendorError(84061)
      return { external_userid: mine.map((one) => userOf(sandbox, one.user).externalUserid) }
    },
  },
  {
    method: 'GET',
    path: 'externalcontact/get',
    access: 'corp',
    handle({ sandbox, query }) {
      const user = customerOf(sandbox, query['external_userid'] ?? '')
      const followers = sandbox.world.friendships.filter((one) => one.user === user.key && living(one))
      if (followers.length === 0) throw new VendorError(84061)
      const offset = offsetOf(query['cursor'])
      const page = followers.slice(offset, offset + followersPerPage)
      return {
        external_contact: externalContact(sandbox, user),
        follow_user: page.map((one) => followUser(sandbox, one)),
        ...(offset + followersPerPage < followers.length ? { next_cursor: cursorOf(offset + followersPerPage) } : {}),
      }
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/batch/get_by_user',
    access: 'corp',
    handle({ sandbox, body }) {
      const { userid_list, cursor, limit } = read(batchSchema, body)
      const all = userid_list.flatMap((userid) => livingOf(sandbox, memberOf(sandbox, userid).userid))
      const offset = offsetOf(cursor)
      return {
        external_contact_list: all.slice(offset, offset + limit).map((one) => ({
          external_contact: externalContact(sandbox, userOf(sandbox, one.user)),
          follow_info: { ...followBase(one), tag_id: one.tags },
        })),
        next_cursor: offset + limit < all.length ? cursorOf(offset + limit) : '',
        fail_info: { unlicensed_userid_list: [] },
      }
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/remark',
    access: 'corp',
    handle({ sandbox, body }) {
      const given = read(remarkSchema, body)
      const friendship = friendshipOf(sandbox, given.userid, given.external_userid)
      if (given.remark !== undefined) friendship.remark = given.remark
      if (given.description !== undefined) friendship.description = given.description
      if (given.remark_company !== undefined) friendship.remarkCorpName = given.remark_company
      const mobiles = given.remark_mobiles
      if (mobiles !== undefined) {
        const byString = sandbox.world.switches.remarkMobilesClear === 'string'
        if (typeof mobiles === 'string' && (!byString || mobiles !== ''))
          throw new VendorError(40058, 'remark_mobiles must be an array')
        if (Array.isArray(mobiles) && byString && mobiles.includes(''))
          throw new VendorError(40058, 'remark_mobiles holds an empty phone')
        friendship.mobiles = typeof mobiles === 'string' ? [] : mobiles.filter((mobile) => mobile !== '')
      }
      sandbox.changed()
      return {}
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/unionid_to_external_userid',
    access: 'corp',
    handle({ sandbox, body }) {
      if (sandbox.world.switches.unionidConversion === 'refused') throw new VendorError(48002)
      const { unionid } = read(z.object({ unionid: z.string(), openid: z.string().optional() }), body)
      const user = sandbox.world.users.find((one) => one.unionid === unionid)
      if (user?.externalUserid == null) throw new VendorError(610014)
      return { external_userid: user.externalUserid }
    },
  },
]
