import * as z from 'zod'
import { conclusionsSchema } from './attachments'
import type { WecomClient } from './client'
import { characters, checked } from './limits'
import { pages } from './pages'

const days14 = 14 * 24 * 3600
const changeable = {
  remark: characters(30).optional(),
  skip_verify: z.boolean().optional(),
  style: z.int().optional(),
  /** Comes back in add_external_contact: an opaque key, never anything about the patient. */
  state: characters(30).optional(),
  user: z.array(z.string().min(1)).max(100, { error: 'at most 100 members' }).optional(),
  party: z.array(z.int()).optional(),
  /** Seconds the QR lives, for temporary chats only. */
  expires_in: z.int().min(1).max(days14, { error: 'at most 14 days' }).optional(),
  /** Seconds the chat lives after adding, for temporary chats only. */
  chat_expires_in: z.int().min(1).max(days14, { error: 'at most 14 days' }).optional(),
  unionid: z.string().min(1).optional(),
  conclusions: conclusionsSchema.optional(),
}

const addSchema = z
  .strictObject({
    /** 1 one member, 2 several. */
    type: z.union([z.literal(1), z.literal(2)]),
    /** 1 mini-program plug-in, 2 QR code. */
    scene: z.union([z.literal(1), z.literal(2)]),
    is_temp: z.boolean().optional(),
    is_exclusive: z.boolean().optional(),
    ...changeable,
  })
  .refine((way) => way.type === 2 || way.user?.length === 1, { path: ['user'], error: 'exactly one member' })
  .refine((way) => way.type === 1 || (way.user?.length ?? 0) + (way.party?.length ?? 0) > 0, {
    path: ['user'],
    error: 'a member or a department',
  })
  .refine((way) => !way.is_temp || way.type === 1, { path: ['is_temp'], error: 'for one member only' })
const updateSchema = z.strictObject({ config_id: z.string().min(1), ...changeable })
const listSchema = z.strictObject({
  /** Seconds since 1970. */
  start_time: z.int().optional(),
  end_time: z.int().optional(),
  limit: z.int().min(1).max(1000).optional(),
})

const added = z.looseObject({ config_id: z.string().min(1), qr_code: z.string().optional() })
const way = z.looseObject({
  config_id: z.string(),
  type: z.int(),
  scene: z.int(),
  qr_code: z.string().optional(),
  remark: z.string().optional(),
  state: z.string().optional(),
  user: z.array(z.string()).optional(),
  party: z.array(z.int()).optional(),
  skip_verify: z.boolean().optional(),
})
const listed = z.looseObject({
  contact_way: z.array(z.looseObject({ config_id: z.string() })).default([]),
  next_cursor: z.string().optional(),
})

export type ContactWayInput = z.input<typeof addSchema>
export type ContactWay = z.output<typeof way>

/** 联系我 QR codes (document 92228). Keep each `config_id`: ways made by API do not show in WeCom's console. */
export function contactWays({ call }: WecomClient) {
  const family = 'externalcontact'
  return {
    /** `qr_code` (a picture's address) comes for scene 2 only. @throws WecomInputRefused */
    async add(input: ContactWayInput) {
      const api = `${family}/add_contact_way`
      return call({ api, body: checked(api, addSchema, input), answer: added, repeat: 'unsafe' })
    },
    async get(configId: string): Promise<ContactWay> {
      const api = `${family}/get_contact_way`
      const answer = z.looseObject({ contact_way: way })
      return (await call({ api, body: { config_id: configId }, answer, repeat: 'safe' })).contact_way
    },
    /** Ids of all ways of a time span, temporary ones excepted. */
    async *list(input: z.input<typeof listSchema> = {}): AsyncGenerator<string> {
      const api = `${family}/list_contact_way`
      const span = checked(api, listSchema, input)
      const page = (cursor?: string) => call({ api, body: { ...span, cursor }, answer: listed, repeat: 'safe' })
      for await (const { contact_way } of pages(api, page)) for (const { config_id } of contact_way) yield config_id
    },
    async update(input: z.input<typeof updateSchema>): Promise<void> {
      const api = `${family}/update_contact_way`
      await call({ api, body: checked(api, updateSchema, input), answer: z.unknown(), repeat: 'safe' })
    },
    async remove(configId: string): Promise<void> {
      await call({
        api: `${family}/del_contact_way`,
        body: { config_id: configId },
        answer: z.unknown(),
        repeat: 'safe',
      })
    },
  }
}
