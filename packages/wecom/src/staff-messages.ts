import * as z from 'zod'
import type { WecomClient } from './client'
import { bytes, characters, checked } from './limits'

const recipients = z
  .array(z.string().regex(/^[^|]{1,64}$/, { error: 'a userid' }))
  .min(1, { error: 'at least one member' })
  .max(1000, { error: 'at most 1000 members' })
const content = z.discriminatedUnion('msgtype', [
  z.strictObject({ msgtype: z.literal('text'), text: z.strictObject({ content: bytes(2048, 1) }) }),
  z.strictObject({
    msgtype: z.literal('textcard'),
    textcard: z.strictObject({
      title: characters(128, 1),
      description: characters(512, 1),
      url: bytes(2048, 1),
      btntxt: characters(4).optional(),
    }),
  }),
])
const schema = z.strictObject({
  to: recipients,
  agentid: z.int(),
  content,
  /** Suppresses an identical message for so many seconds, at most 4 h: makes a repeated call harmless. */
  suppressRepeat: z.int().min(1).max(14_400, { error: 'at most 4 hours' }).optional(),
})
const names = z
  .string()
  .optional()
  .transform((list) => (list ? list.split('|').filter(Boolean) : []))
const answer = z.looseObject({ invaliduser: names, unlicenseduser: names, msgid: z.string().optional() })

export type StaffMessage = z.input<typeof schema>
export interface StaffMessageSent {
  msgid: string | undefined
  /** Members not reached, in lower case as WeCom returns them. */
  invalid: string[]
  unlicensed: string[]
}

/**
 * App messages to members (document 90236). A member gets 30 a minute and 1000 an hour; WeCom drops more silently.
 */
export function staffMessages({ call }: WecomClient) {
  return {
    /** @throws WecomInputRefused, WecomError 81013 when nobody could be reached */
    async send(message: StaffMessage): Promise<StaffMessageSent> {
      const api = 'message/send'
      const { to, agentid, content: carried, suppressRepeat } = checked(api, schema, message)
      const suppress = suppressRepeat && { enable_duplicate_check: 1, duplicate_check_interval: suppressRepeat }
      const body = { touser: to.join('|'), agentid, ...carried, ...suppress }
      const sent = await call({ api, body, answer, repeat: suppress ? 'safe' : 'unsafe' })
      return { msgid: sent.msgid, invalid: sent.invaliduser, unlicensed: sent.unlicenseduser }
    },
  }
}
