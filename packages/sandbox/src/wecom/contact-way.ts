import * as z from 'zod'
import type { VendorApi } from '../vendor/vendor-api'
import { read } from '../vendor/vendor-api'
import type { Sandbox } from '../sandbox'
import { VendorError } from '../vendor/vendor-error'
import { memberOf } from './people'

/** A 「联系我」 way (W:92228). A temporary one dies after one add or at `expiresAt`. */
export interface ContactWay {
  configId: string
  type: 1 | 2
  scene: 1 | 2
  style: number
  remark: string
  skipVerify: boolean
  state: string
  users: string[]
  temporary: boolean
  expiresAt: number | null
  chatExpiresSeconds: number
  createdAt: number
  conclusions: unknown
}

const waysPerCorp = 500_000
const fields = {
  style: z.int().optional(),
  remark: z.string().max(30).optional(),
  skip_verify: z.boolean().optional(),
  state: z.string().max(30).optional(),
  user: z.array(z.string()).max(100).optional(),
  party: z.array(z.int()).optional(),
  expires_in: z
    .int()
    .min(1)
    .max(14 * 86_400)
    .optional(),
  chat_expires_in: z
    .int()
    .min(1)
    .max(14 * 86_400)
    .optional(),
  unionid: z.string().optional(),
  is_exclusive: z.boolean().optional(),
  conclusions: z.looseObject({}).optional(),
}
const addSchema = z.object({
  type: z.union([z.literal(1), z.literal(2)]),
  scene: z.union([z.literal(1), z.literal(2)]),
  is_temp: z.boolean().default(false),
  ...fields,
})
const updateSchema = z.object({ config_id: z.string(), ...fields })
const idSchema = z.object({ config_id: z.string() })
const listSchema = z.object({
  start_time: z.int().optional(),
  end_time: z.int().optional(),
  cursor: z.string().optional(),
  limit: z.int().min(1).max(1000).default(100),
})

/** The address of a way's QR picture on this sandbox. */
export function qrCodeUrl(origin: string, way: ContactWay): string {
  return `${origin}/qr/contact/${way.configId}`
}

function wayOf(sandbox: Sandbox, configId: string): ContactWay {
  const way = sandbox.world.contactWays.find((one) => one.configId === configId)
  if (way === undefined) throw new VendorError(41044)
  return way
}

function members(sandbox: Sandbox, type: 1 | 2, users: string[], party: number[]): string[] {
  if (type === 1 && users.length !== 1) throw new VendorError(40058, 'user must hold exactly one member when type is 1')
  if (users.length === 0 && party.length === 0) throw new VendorError(40058, 'user and party are both empty')
  return users.map((userid) => memberOf(sandbox, userid).userid)
}

function described(way: ContactWay, origin: string): object {
  return {
    config_id: way.configId,
    type: way.type,
    scene: way.scene,
    style: way.style,
    remark: way.remark,
    skip_verify: way.skipVerify,
    state: way.state,
    ...(way.scene === 2 ? { qr_code: qrCodeUrl(origin, way) } : {}),
    user: way.users,
    party: [],
    is_temp: way.temporary,
    ...(way.temporary
      ? {
          expires_in: Math.floor(((way.expiresAt ?? 0) - way.createdAt) / 1000),
          chat_expires_in: way.chatExpiresSeconds,
        }
      : {}),
    conclusions: way.conclusions,
  }
}

export const contactWayApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'externalcontact/add_contact_way',
    access: 'corp',
    handle({ sandbox, body, origin }) {
      const { world, clock, ids } = sandbox
      const given = read(addSchema, body)
      if (given.is_temp && given.type !== 1) throw new VendorError(40058, 'a temporary way holds a single member')
      if (!given.is_temp && world.contactWays.filter((way) => !way.temporary).length >= waysPerCorp)
        throw new VendorError(41045)
      const way: ContactWay = {
        configId: ids.next('contact-way', 32).toLowerCase(),
        type: given.type,
        scene: given.scene,
        style: given.style ?? 1,
        remark: given.remark ?? '',
        skipVerify: given.skip_verify ?? true,
        state: given.state ?? '',
        users: members(sandbox, given.type, given.user ?? [], given.party ?? []),
        temporary: given.is_temp,
        expiresAt: given.is_temp ? clock.now() + (given.expires_in ?? 7 * 86_400) * 1000 : null,
        chatExpiresSeconds: given.chat_expires_in ?? 86_400,
        createdAt: clock.now(),
        conclusions: given.conclusions ?? {},
      }
      world.contactWays.push(way)
      sandbox.feed.add('contactWay.created', '新建了一个「联系我」二维码', {
        configId: way.configId,
        state: way.state,
        users: way.users,
      })
      return { config_id: way.configId, ...(way.scene === 2 ? { qr_code: qrCodeUrl(origin, way) } : {}) }
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/get_contact_way',
    access: 'corp',
    handle: ({ sandbox, body, origin }) => ({
      contact_way: described(wayOf(sandbox, read(idSchema, body).config_id), origin),
    }),
  },
  {
    method: 'POST',
    path: 'externalcontact/list_contact_way',
    access: 'corp',
    handle({ sandbox, body }) {
      const { start_time, end_time, cursor, limit } = read(listSchema, body)
      const from = (start_time ?? 0) * 1000
      const until = end_time === undefined ? Infinity : end_time * 1000
      const all = sandbox.world.contactWays.filter(
        (way) => !way.temporary && way.createdAt >= from && way.createdAt <= until,
      )
      const offset = cursor === undefined || cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64url').toString())
      if (!Number.isInteger(offset)) throw new VendorError(40058, 'cursor')
      const page = all.slice(offset, offset + limit)
      const more = offset + limit < all.length
      return {
        contact_way: page.map((way) => ({ config_id: way.configId })),
        ...(more ? { next_cursor: Buffer.from(String(offset + limit)).toString('base64url') } : {}),
      }
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/update_contact_way',
    access: 'corp',
    handle({ sandbox, body }) {
      const given = read(updateSchema, body)
      const way = wayOf(sandbox, given.config_id)
      if (given.user !== undefined) way.users = members(sandbox, way.type, given.user, given.party ?? [])
      if (given.remark !== undefined) way.remark = given.remark
      if (given.skip_verify !== undefined) way.skipVerify = given.skip_verify
      if (given.style !== undefined) way.style = given.style
      if (given.state !== undefined) way.state = given.state
      if (given.conclusions !== undefined) way.conclusions = given.conclusions
      sandbox.changed()
      return {}
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/del_contact_way',
    access: 'corp',
    handle({ sandbox, body }) {
      const way = wayOf(sandbox, read(idSchema, body).config_id)
      sandbox.world.contactWays = sandbox.world.contactWays.filter((one) => one !== way)
      sandbox.changed()
      return {}
    },
  },
]
