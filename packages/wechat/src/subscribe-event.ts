import * as z from 'zod'
import type { PushFields } from './push-fields'

const text = z.string().min(1)
const number = z.coerce.number().int()
const oneOrMany = (value: unknown) =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]
/** XML wraps the list in an element of the event's own name, JSON gives it bare; one row comes without a list. */
const rowsOf = <T extends z.ZodType>(row: T) =>
  z.preprocess(oneOrMany, z.array(z.unknown())).transform((rows) =>
    rows.flatMap((one) => {
      const parsed = row.safeParse(one)
      return parsed.success ? [parsed.data] : []
    }),
  )
const status = z.enum(['accept', 'reject'])

const popupRow = z
  .object({ TemplateId: text, SubscribeStatusString: status, PopupScene: number.optional().catch(undefined) })
  .transform((row) => ({ templateId: row.TemplateId, status: row.SubscribeStatusString, scene: row.PopupScene }))
const changeRow = z
  .object({ TemplateId: text, SubscribeStatusString: status })
  .transform((row) => ({ templateId: row.TemplateId, status: row.SubscribeStatusString }))
const sentRow = z
  .object({
    TemplateId: text,
    // A number beyond 2^53 has lost its end by now, and a wrong id is worse than none.
    MsgID: z
      .union([text, z.int().transform(String)])
      .optional()
      .catch(undefined),
    ErrorCode: number,
    ErrorStatus: z.string().optional().catch(undefined),
  })
  .transform((row) => ({
    templateId: row.TemplateId,
    msgId: row.MsgID,
    errorCode: row.ErrorCode,
    /** WeChat's word, such as `success` or `user refuse`. */
    errorStatus: row.ErrorStatus,
  }))

export type SubscribePopupRow = z.output<typeof popupRow>
export type SubscribeChangeRow = z.output<typeof changeRow>
export type SubscribeSentRow = z.output<typeof sentRow>

interface Pushed {
  openId: string
  /** ISO 8601 UTC. */
  at: string
}
/**
 * - `popup`: the patient answered the request on the page; each accepted template is one credit
 * - `change`: the patient changed the setting; WeChat tells refusals only: the credits of those templates are void
 * - `sent`: what became of a message. WeChat documents no id in the answer to a send, so find it by openid, template and
 *   time
 */
export type SubscribeEvent =
  | (Pushed & { event: 'popup'; rows: SubscribePopupRow[] })
  | (Pushed & { event: 'change'; rows: SubscribeChangeRow[] })
  | (Pushed & { event: 'sent'; rows: SubscribeSentRow[] })

const head = z.object({
  FromUserName: text,
  CreateTime: number.transform((seconds) => new Date(seconds * 1000).toISOString()),
  Event: z.enum(['subscribe_msg_popup_event', 'subscribe_msg_change_event', 'subscribe_msg_sent_event']),
})
const popupRows = rowsOf(popupRow)
const changeRows = rowsOf(changeRow)
const sentRows = rowsOf(sentRow)

/** The rows as pushed: `List`, or `List` inside the event's element. */
function listOf(fields: PushFields, element: string): unknown {
  const wrapped = fields[element]
  return typeof wrapped === 'object' && wrapped !== null ? (wrapped as { List?: unknown }).List : fields['List']
}

/**
 * Types a pushed message that tells of subscribe messages; undefined for any other. A row that lacks what it must have
 * is left out, never the rows beside it.
 */
export function subscribeEvent(fields: PushFields): SubscribeEvent | undefined {
  const parsed = head.safeParse(fields)
  if (!parsed.success) return undefined
  const pushed = { openId: parsed.data.FromUserName, at: parsed.data.CreateTime }
  switch (parsed.data.Event) {
    case 'subscribe_msg_popup_event':
      return { ...pushed, event: 'popup', rows: popupRows.parse(listOf(fields, 'SubscribeMsgPopupEvent')) }
    case 'subscribe_msg_change_event':
      return { ...pushed, event: 'change', rows: changeRows.parse(listOf(fields, 'SubscribeMsgChangeEvent')) }
    case 'subscribe_msg_sent_event':
      return { ...pushed, event: 'sent', rows: sentRows.parse(listOf(fields, 'SubscribeMsgSentEvent')) }
  }
}
