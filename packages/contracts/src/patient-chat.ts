import * as z from 'zod'
import { conversationState, messageView } from './message'
import { id, instant } from './scalar'

/** GET /api/patient/messages: the conversation of a programme (the newest enrolment's when none is named); `after` is the cursor. */
export const patientMessagesQuery = z.object({
  after: z.string().max(200).optional(),
  before: z.string().max(200).optional(),
  programmeId: id.optional(),
})
export const patientMessages = z.object({
  unchanged: z.boolean(),
  /** Oldest first. Empty when unchanged. */
  messages: z.array(messageView),
  earlier: z.string().nullable(),
  cursor: z.string(),
  now: instant,
  programme: z.object({ id, name: z.string() }).nullable(),
  state: conversationState,
  waitingSince: instant.nullable(),
  /** Who it was given to, or who answers now; absent or null while nobody in particular. */
  answeredBy: z.object({ name: z.string(), title: z.string() }).nullish(),
  /** When nobody of the team is there now: when somebody is again, in words (「明天 08:00」). */
  opensAt: z.string().nullable(),
  /** Everything the patient wrote up to here was read by a person. */
  readByTeam: instant.nullable(),
  /** A closed hand-over that asks how it was. */
  rate: z.object({ handOverId: id, name: z.string() }).nullable(),
  /** Template to ask for at the next tap, so that a reply can be announced; null when none is set up. */
  replyTemplateId: z.string().nullable(),
})
export type PatientMessages = z.infer<typeof patientMessages>

/** POST /api/patient/messages. The same clientId is the same message however often the queue sends it. */
export const patientSay = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    clientId: z.uuid(),
    programmeId: id.optional(),
    text: z.string().trim().min(1).max(1000),
  }),
  z.object({ kind: z.enum(['image', 'voice']), clientId: z.uuid(), programmeId: id.optional(), mediaId: id }),
])
export type PatientSay = z.infer<typeof patientSay>
export const patientSaid = z.object({ message: messageView })
/** POST /api/patient/messages/read */
export const patientRead = z.object({ upTo: instant, programmeId: id.optional() })
/** POST /api/patient/ratings: 1 bad, 2 fair, 3 good. */
export const patientRating = z.object({ handOverId: id, score: z.int().min(1).max(3) })
/** GET /api/patient/contents/:id?programmeId=: a content of a programme the patient takes part in, with its variables filled. */
export const patientContentQuery = z.object({ programmeId: id })
export const patientContent = z.object({
  id,
  title: z.string(),
  text: z.string(),
  reviewedBy: z.string().nullable(),
  source: z.object({ title: z.string(), year: z.int().nullable() }).nullable(),
})
export type PatientContent = z.infer<typeof patientContent>
/** POST /api/patient/subscriptions: what wx.requestSubscribeMessage answered. */
export const subscriptionAnswer = z.object({
  results: z.record(z.string().max(64), z.enum(['accept', 'acceptWithAlert', 'reject', 'ban', 'filter'])),
})
