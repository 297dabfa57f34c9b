import * as z from 'zod'
import { id, instant } from './scalar'

export const messageAuthor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('patient'), name: z.string() }),
  z.object({ kind: z.literal('assistant') }),
  z.object({ kind: z.literal('staff'), staffId: id, name: z.string(), title: z.string() }),
  z.object({ kind: z.literal('system') }),
])
/** sending: durable, not yet accepted; sent: accepted by the channel; failed: with a reason a person can act on; received: from the patient. */
export const messageState = z.enum(['sending', 'sent', 'failed', 'received'])
export const messageView = z.object({
  id,
  at: instant,
  author: messageAuthor,
  text: z.string(),
  channel: z.enum(['kf', 'miniChat', 'contact']),
  state: messageState,
  failure: z.object({ code: z.string(), zh: z.string(), en: z.string() }).optional(),
  /** FAQ entry behind an assistant's answer. */
  faq: z.object({ id, question: z.string(), version: z.int() }).optional(),
  touchpointId: id.optional(),
})
export type MessageView = z.infer<typeof messageView>

/** Who answers next: the assistant, nobody yet (waiting for a person), or a person. */
export const conversationState = z.enum(['assistant', 'waiting', 'person'])

/** What may still be sent through kf now. `left` leaves out the fifth message, which is kept for hand-over and red-flag texts. */
export const kfWindow = z.object({ open: z.boolean(), left: z.int().min(0).max(4), closesAt: instant.nullable() })
export type KfWindow = z.infer<typeof kfWindow>

/** POST /api/physician/patients/:patientId/replies; `clientId` makes a retry the same reply. */
export const replyRequest = z.object({ text: z.string().trim().min(1).max(600), clientId: z.uuid() })
export const replyAnswer = z.object({ message: messageView, window: kfWindow })
