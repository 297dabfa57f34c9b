import * as z from 'zod'
import type { WecomClient } from './client'
import { WecomError } from './errors'
import { bytes, checked } from './limits'
import { staffMessageContentSchema } from './staff-message-content'
import { templateCardUpdateSchema } from './template-card'

const recipients = z
  .array(z.string().regex(/^[^|]{1,64}$/, { error: 'a userid' }))
  .min(1, { error: 'at least one member' })
  .max(1000, { error: 'at most 1000 members' })
const schema = z.strictObject({
  to: recipients,
  agentid: z.int(),
  content: staffMessageContentSchema,
  /** Suppresses an identical message for so many seconds, at most 4 h: makes a repeated call harmless. */
  suppressRepeat: z.int().min(1).max(14_400, { error: 'at most 4 hours' }).optional(),
})
const names = z
  .string()
  .optional()
  .transform((list) => (list ? list.split('|').filter(Boolean) : []))
const answer = z.looseObject({
  invaliduser: names,
  unlicenseduser: names,
  msgid: z.string().optional(),
  response_code: z.string().optional(),
})

const updateHead = {
  agentId: z.int(),
  /** From `send` or from the click's event; each is good for one update within 72 hours. */
  responseCode: bytes(1024, 1),
  /** Members among those the card went to, or all of them. */
  to: z.union([recipients, z.literal('all')]),
}
/** Greys the buttons out under a new name: the card must have buttons. */
const buttonUpdate = z.strictObject({ ...updateHead, button: z.strictObject({ replaceName: z.string().min(1) }) })
const cardUpdate = z.strictObject({ ...updateHead, card: templateCardUpdateSchema })
const updateAnswer = z.looseObject({ invaliduser: z.array(z.string()).nullish() })

export type CardUpdate = z.input<typeof buttonUpdate> | z.input<typeof cardUpdate>
/**
 * - `updated`; `invalid` were not reached
 * - `code-spent`: the response code is used, older than 72 hours or none (60140)
 * - `unknown-task`: no card of this app carries that task (42016)
 * - `no-target`: none of the members has the card
 */
export type CardUpdateOutcome =
  { outcome: 'updated'; invalid: string[] } | { outcome: 'code-spent' | 'unknown-task' | 'no-target'; errcode: number }

const updateRefusals = {
  60140: 'code-spent',
  42016: 'unknown-task',
  81013: 'no-target',
  82101: 'no-target',
  82102: 'no-target',
} as const

export type StaffMessage = z.input<typeof schema>
export interface StaffMessageSent {
  msgid: string | undefined
  /** Members not reached, in lower case as WeCom returns them. */
  invalid: string[]
  unlicensed: string[]
  /** Of a card that can be updated: good for one `updateCard` within 72 hours. */
  responseCode: string | undefined
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
      const from = carried.msgtype === 'miniprogram_notice' ? {} : { agentid }
      const body = { touser: to.join('|'), ...from, ...carried, ...suppress }
      const sent = await call({ api, body, answer, repeat: suppress ? 'safe' : 'unsafe' })
      return {
        msgid: sent.msgid,
        invalid: sent.invaliduser,
        unlicensed: sent.unlicenseduser,
        responseCode: sent.response_code || undefined,
      }
    },
    /**
     * Changes a sent card on the phones of members (document 94888); the clicker's own card alone is better changed by
     * the answer to the event. The code is used up by the call, so an unknown outcome is never repeated.
     * @throws WecomInputRefused; WecomError for all but the outcomes: 42014 and 42015 the task is not ours, 43012 no
     * callback URL
     */
    async updateCard(update: CardUpdate): Promise<CardUpdateOutcome> {
      const api = 'message/update_template_card'
      const { agentId, responseCode, to } = update
      const change =
        'button' in update
          ? { button: { replace_name: checked(api, buttonUpdate, update).button.replaceName } }
          : { template_card: checked(api, cardUpdate, update).card }
      const body = {
        ...(to === 'all' ? { atall: 1 } : { userids: to }),
        agentid: agentId,
        response_code: responseCode,
        ...change,
      }
      try {
        const { invaliduser } = await call({ api, body, answer: updateAnswer, repeat: 'unsafe' })
        return { outcome: 'updated', invalid: invaliduser ?? [] }
      } catch (error) {
        const errcode = error instanceof WecomError ? error.errcode : 0
        const outcome = updateRefusals[errcode as keyof typeof updateRefusals]
        if (outcome) return { outcome, errcode }
        throw error
      }
    },
    /**
     * Takes a message back within 24 hours; it goes from the WeCom client alone, not from the WeChat plugin
     * (document 94867).
     * @throws WecomError 42052 when the 24 hours are over (action `expired`)
     */
    async recall(msgid: string): Promise<void> {
      const api = 'message/recall'
      const body = checked(api, z.strictObject({ msgid: bytes(512, 1) }), { msgid })
      await call({ api, body, answer: z.looseObject({}), repeat: 'safe' })
    },
  }
}
