import * as z from 'zod'
import type { WecomClient } from './client'
import { bytes, characters, checked } from './limits'

const addSchema = z.strictObject({ name: characters(16, 1), media_id: bytes(128, 1) })
const updateSchema = z
  .strictObject({
    open_kfid: z.string().min(1),
    name: characters(16, 1).optional(),
    media_id: bytes(128, 1).optional(),
  })
  .refine(({ name, media_id }) => name !== undefined || media_id !== undefined, {
    path: ['name'],
    error: 'a name or a picture',
  })
const accountSchema = z.strictObject({ open_kfid: z.string().min(1) })
const waySchema = z.strictObject({
  open_kfid: z.string().min(1),
  scene: z
    .string()
    .regex(/^[0-9a-zA-Z_-]{1,32}$/, { error: '1 to 32 of 0-9 a-z A-Z _ -' })
    .optional(),
})
const servicersSchema = (mostDepartments: number) =>
  z
    .strictObject({
      open_kfid: z.string().min(1),
      userid_list: z.array(z.string().min(1)).max(100, { error: 'at most 100 members' }).optional(),
      department_id_list: z
        .array(z.int())
        .max(mostDepartments, { error: `at most ${mostDepartments} departments` })
        .optional(),
    })
    .refine((list) => (list.userid_list?.length ?? 0) + (list.department_id_list?.length ?? 0) > 0, {
      path: ['userid_list'],
      error: 'a member or a department',
    })
const addedSchema = servicersSchema(20)
const removedSchema = servicersSchema(100)

const account = z.looseObject({
  open_kfid: z.string(),
  name: z.string(),
  avatar: z.string().optional(),
  manage_privilege: z.boolean().optional(),
})
const servicer = z.looseObject({
  userid: z.string().optional(),
  department_id: z.int().optional(),
  /** 0 receiving, 1 stopped: the event servicer_status_change counts otherwise. */
  status: z.int().optional(),
  stop_type: z.int().optional(),
})
const servicerResult = z.looseObject({
  userid: z.string().optional(),
  department_id: z.int().optional(),
  errcode: z.int(),
  errmsg: z.string().optional(),
})
const results = z.looseObject({ result_list: z.array(servicerResult).default([]) })

export type KfAccount = z.output<typeof account>
export type KfServicer = z.output<typeof servicer>
export type KfServicerResult = z.output<typeof servicerResult>

const pageSize = 100

/** 微信客服 accounts, their staff and their entry links (documents 94661 to 94665, 94645 to 94647). */
export function kfAccounts({ call }: WecomClient) {
  return {
    async *list(): AsyncGenerator<KfAccount> {
      const answer = z.looseObject({ account_list: z.array(account).default([]) })
      for (let offset = 0; ; offset += pageSize) {
        const body = { offset, limit: pageSize }
        const { account_list } = await call({ api: 'kf/account/list', body, answer, repeat: 'safe' })
        yield* account_list
        if (account_list.length < pageSize) return
      }
    },
    /** @returns the new account's `open_kfid` */
    async add(input: z.input<typeof addSchema>): Promise<string> {
      const api = 'kf/account/add'
      const answer = z.looseObject({ open_kfid: z.string().min(1) })
      return (await call({ api, body: checked(api, addSchema, input), answer, repeat: 'unsafe' })).open_kfid
    },
    /** What is left out stays as it is. */
    async update(input: z.input<typeof updateSchema>): Promise<void> {
      const api = 'kf/account/update'
      await call({ api, body: checked(api, updateSchema, input), answer: z.looseObject({}), repeat: 'safe' })
    },
    /** For ever: its chats end and its links open nothing. */
    async remove(openKfId: string): Promise<void> {
      const api = 'kf/account/del'
      const body = checked(api, accountSchema, { open_kfid: openKfId })
      await call({ api, body, answer: z.looseObject({}), repeat: 'safe' })
    },
    /** Address that opens a chat with the account. With `scene` it may be completed by `withSceneParam`. */
    async addContactWay(input: z.input<typeof waySchema>): Promise<string> {
      const api = 'kf/add_contact_way'
      const answer = z.looseObject({ url: z.string().min(1) })
      return (await call({ api, body: checked(api, waySchema, input), answer, repeat: 'safe' })).url
    },
    /** One result per member or department: `errcode` 0 with errmsg `ignored` means it was there already. */
    async addServicers(input: z.input<typeof addedSchema>): Promise<KfServicerResult[]> {
      const api = 'kf/servicer/add'
      return (await call({ api, body: checked(api, addedSchema, input), answer: results, repeat: 'safe' })).result_list
    },
    /** As `addServicers`; here `ignored` means it was not there. */
    async removeServicers(input: z.input<typeof removedSchema>): Promise<KfServicerResult[]> {
      const api = 'kf/servicer/del'
      return (await call({ api, body: checked(api, removedSchema, input), answer: results, repeat: 'safe' }))
        .result_list
    },
    async listServicers(openKfId: string): Promise<KfServicer[]> {
      const answer = z.looseObject({ servicer_list: z.array(servicer).default([]) })
      const request = { api: 'kf/servicer/list', query: { open_kfid: openKfId }, answer, repeat: 'safe' as const }
      return (await call(request)).servicer_list
    },
  }
}
