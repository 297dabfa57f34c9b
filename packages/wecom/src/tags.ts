import * as z from 'zod'
import type { WecomClient } from './client'
import { characters, checked } from './limits'

const id = z.string().min(1)
const name = characters(30, 1)
/** Larger comes first. */
const order = z
  .int()
  .min(0)
  .max(2 ** 32 - 1)
  .optional()

const filterSchema = z.strictObject({ tag_id: z.array(id).optional(), group_id: z.array(id).optional() })
const addSchema = z
  .strictObject({
    group_id: id.optional(),
    group_name: name.optional(),
    order,
    tag: z.array(z.strictObject({ name, order })).min(1, { error: 'no empty groups' }),
  })
  .refine((group) => group.group_id !== undefined || group.group_name !== undefined, {
    path: ['group_name'],
    error: 'group_id or group_name',
  })
const editSchema = z.strictObject({ id, name: name.optional(), order })
const removeSchema = filterSchema.refine((of) => (of.tag_id?.length ?? 0) + (of.group_id?.length ?? 0) > 0, {
  path: ['tag_id'],
  error: 'a tag or a group',
})
const markSchema = z
  .strictObject({
    userid: id,
    external_userid: id,
    add_tag: z.array(id).optional(),
    remove_tag: z.array(id).optional(),
  })
  .refine((mark) => (mark.add_tag?.length ?? 0) + (mark.remove_tag?.length ?? 0) > 0, {
    path: ['add_tag'],
    error: 'a tag to add or to remove',
  })

const tag = z.looseObject({
  id: z.string(),
  name: z.string(),
  order: z.number().optional(),
  deleted: z.boolean().optional(),
})
const group = z.looseObject({
  group_id: z.string(),
  group_name: z.string(),
  order: z.number().optional(),
  deleted: z.boolean().optional(),
  tag: z.array(tag).default([]),
})

export type TagGroup = z.output<typeof group>

/**
 * The corp's tags (document 92117: 10,000 in all, an app changes only those it made) and their marks
 * (document 92118: a mark belongs to the pair of member and patient, at most 3000 a pair).
 */
export function tags({ call }: WecomClient) {
  const family = 'externalcontact'
  return {
    /** All tags, or those named; groups win over tags. */
    async list(filter: z.input<typeof filterSchema> = {}): Promise<TagGroup[]> {
      const api = `${family}/get_corp_tag_list`
      const answer = z.looseObject({ tag_group: z.array(group).default([]) })
      return (await call({ api, body: checked(api, filterSchema, filter), answer, repeat: 'safe' })).tag_group
    },
    /** Adds tags to a group, which is made when its name is new. Names that exist collapse to one. */
    async add(input: z.input<typeof addSchema>): Promise<TagGroup> {
      const api = `${family}/add_corp_tag`
      const answer = z.looseObject({ tag_group: group })
      return (await call({ api, body: checked(api, addSchema, input), answer, repeat: 'safe' })).tag_group
    },
    async edit(input: z.input<typeof editSchema>): Promise<void> {
      const api = `${family}/edit_corp_tag`
      await call({ api, body: checked(api, editSchema, input), answer: z.unknown(), repeat: 'safe' })
    },
    /** The last tag takes its group along. */
    async remove(of: z.input<typeof removeSchema>): Promise<void> {
      const api = `${family}/del_corp_tag`
      await call({ api, body: checked(api, removeSchema, of), answer: z.unknown(), repeat: 'safe' })
    },
    async mark(input: z.input<typeof markSchema>): Promise<void> {
      const api = `${family}/mark_tag`
      await call({ api, body: checked(api, markSchema, input), answer: z.unknown(), repeat: 'safe' })
    },
  }
}
