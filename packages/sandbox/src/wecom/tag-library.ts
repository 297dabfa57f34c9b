import * as z from 'zod'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import type { Sandbox } from '../sandbox'
import { VendorError } from '../vendor/vendor-error'

export interface Tag {
  id: string
  name: string
  createdAt: number
  order: number
}

/** `byApp`: made through the API; only such tags may be edited and deleted through it (W:92117). */
export interface TagGroup {
  id: string
  name: string
  createdAt: number
  order: number
  byApp: boolean
  tags: Tag[]
}

const tagsPerCorp = 10_000
const order = z.int().min(0).max(4_294_967_295).optional()
const addSchema = z.object({
  group_id: z.string().optional(),
  group_name: z.string().optional(),
  order,
  tag: z.array(z.object({ name: z.string(), order })).min(1),
})
const listSchema = z.object({ tag_id: z.array(z.string()).optional(), group_id: z.array(z.string()).optional() })
const editSchema = z.object({ id: z.string(), name: z.string().optional(), order })

function checkName(name: string): void {
  if (name === '') throw new VendorError(40071)
  if ([...name].length > 30) throw new VendorError(40072)
}

const told = (group: TagGroup, tags: Tag[]): object => ({
  group_id: group.id,
  group_name: group.name,
  create_time: Math.floor(group.createdAt / 1000),
  order: group.order,
  tag: tags.map((tag) => ({
    id: tag.id,
    name: tag.name,
    create_time: Math.floor(tag.createdAt / 1000),
    order: tag.order,
  })),
})

const byOrder = <T extends { order: number }>(list: T[]): T[] => [...list].sort((a, b) => b.order - a.order)

function groupFor(sandbox: Sandbox, given: z.output<typeof addSchema>): TagGroup {
  const { world, ids, clock } = sandbox
  if (given.group_id !== undefined) {
    const group = world.tagGroups.find((one) => one.id === given.group_id)
    if (group === undefined) throw new VendorError(40068, 'group_id')
    return group
  }
  if (given.group_name === undefined) throw new VendorError(40063, 'group_id or group_name')
  checkName(given.group_name)
  const same = world.tagGroups.find((one) => one.name === given.group_name)
  if (same !== undefined) return same
  const group = {
    id: `et${ids.next('tag-group', 30)}`,
    name: given.group_name,
    createdAt: clock.now(),
    order: given.order ?? 0,
    byApp: true,
    tags: [],
  }
  world.tagGroups.push(group)
  return group
}

/** Corp tags. Nothing done here is told by callback. */
export const tagLibraryApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'externalcontact/get_corp_tag_list',
    access: 'corp',
    handle({ sandbox, body }) {
      const { tag_id = [], group_id = [] } = read(listSchema, body)
      const groups = byOrder(sandbox.world.tagGroups)
      if (group_id.length > 0) {
        return {
          tag_group: groups
            .filter((group) => group_id.includes(group.id))
            .map((group) => told(group, byOrder(group.tags))),
        }
      }
      const wanted = (tag: Tag): boolean => tag_id.length === 0 || tag_id.includes(tag.id)
      const parts = groups.map((group) => ({ group, tags: byOrder(group.tags).filter(wanted) }))
      return { tag_group: parts.filter(({ tags }) => tags.length > 0).map(({ group, tags }) => told(group, tags)) }
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/add_corp_tag',
    access: 'corp',
    handle({ sandbox, body }) {
      const { world, ids, clock } = sandbox
      const given = read(addSchema, body)
      for (const tag of given.tag) checkName(tag.name)
      const count = world.tagGroups.reduce((sum, group) => sum + group.tags.length, 0)
      if (count + given.tag.length > tagsPerCorp) throw new VendorError(40126)
      const group = groupFor(sandbox, given)
      const names = [...new Set(given.tag.map((tag) => tag.name))]
      const tags = names.map((name) => {
        const same = group.tags.find((tag) => tag.name === name)
        if (same !== undefined) return same
        const rank = given.tag.find((tag) => tag.name === name)?.order ?? 0
        const tag = { id: `et${ids.next('tag', 30)}`, name, createdAt: clock.now(), order: rank }
        group.tags.push(tag)
        return tag
      })
      sandbox.feed.add('tags.created', `标签库新增：${group.name} / ${names.join('、')}`, { groupId: group.id })
      return { tag_group: told(group, tags) }
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/edit_corp_tag',
    access: 'corp',
    handle({ sandbox, body }) {
      const given = read(editSchema, body)
      const group = sandbox.world.tagGroups.find(
        (one) => one.id === given.id || one.tags.some((tag) => tag.id === given.id),
      )
      if (group === undefined) throw new VendorError(40068)
      if (!group.byApp) throw new VendorError(48002, 'tag was made by another')
      const item = group.id === given.id ? group : group.tags.find((tag) => tag.id === given.id)
      if (given.name !== undefined) {
        checkName(given.name)
        const siblings: { id: string; name: string }[] = item === group ? sandbox.world.tagGroups : group.tags
        if (siblings.some((one) => one.name === given.name && one.id !== given.id))
          throw new VendorError(40071, 'name exists')
      }
      if (item !== undefined) Object.assign(item, { name: given.name ?? item.name, order: given.order ?? item.order })
      sandbox.changed()
      return {}
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/del_corp_tag',
    access: 'corp',
    handle({ sandbox, body }) {
      const { world } = sandbox
      const { tag_id = [], group_id = [] } = read(listSchema, body)
      if (tag_id.length === 0 && group_id.length === 0) throw new VendorError(40063, 'tag_id and group_id')
      const hit = world.tagGroups.filter(
        (group) => group_id.includes(group.id) || group.tags.some((tag) => tag_id.includes(tag.id)),
      )
      if (hit.length === 0) throw new VendorError(40068)
      if (hit.some((group) => !group.byApp)) throw new VendorError(48002, 'tag was made by another')
      const gone = new Set(tag_id)
      for (const group of hit) {
        if (group_id.includes(group.id)) for (const tag of group.tags) gone.add(tag.id)
        group.tags = group.tags.filter((tag) => !gone.has(tag.id))
      }
      world.tagGroups = world.tagGroups.filter((group) => group.tags.length > 0)
      for (const friendship of world.friendships) friendship.tags = friendship.tags.filter((id) => !gone.has(id))
      sandbox.changed()
      return {}
    },
  },
]
