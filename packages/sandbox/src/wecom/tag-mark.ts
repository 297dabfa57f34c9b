import * as z from 'zod'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { friendshipOf } from './people'

const tagsPerPair = 3_000
const schema = z.object({
  userid: z.string(),
  external_userid: z.string(),
  add_tag: z.array(z.string()).default([]),
  remove_tag: z.array(z.string()).default([]),
})

/** mark_tag (W:92118): the tags of one (member, customer) pair. Raises no callback. */
export const tagMarkApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'externalcontact/mark_tag',
    access: 'corp',
    handle({ sandbox, body }) {
      const { world } = sandbox
      const given = read(schema, body)
      if (given.add_tag.length === 0 && given.remove_tag.length === 0)
        throw new VendorError(40063, 'add_tag and remove_tag')
      const friendship = friendshipOf(sandbox, given.userid, given.external_userid)
      const names = new Map(world.tagGroups.flatMap((group) => group.tags.map((tag) => [tag.id, tag.name] as const)))
      const unknown = [...given.add_tag, ...given.remove_tag].find((id) => !names.has(id))
      if (unknown !== undefined) throw new VendorError(40068, unknown)
      const tags = new Set([...friendship.tags, ...given.add_tag])
      for (const id of given.remove_tag) tags.delete(id)
      if (tags.size > tagsPerPair) throw new VendorError(40144)
      friendship.tags = [...tags]
      const name = world.users.find((user) => user.key === friendship.user)?.name ?? ''
      const said = [
        ...given.add_tag.map((id) => `+${names.get(id) ?? id}`),
        ...given.remove_tag.map((id) => `−${names.get(id) ?? id}`),
      ].join(' ')
      sandbox.feed.add('tag.marked', `${name}的标签：${said}`, { userid: friendship.userid, user: friendship.user })
      return {}
    },
  },
]
