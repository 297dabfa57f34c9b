import * as z from 'zod'
import { id, instant } from './scalar'
import { staffRole } from './session'

/** A ready sentence with variables ({patientName}, {physicianName}, {staffName}, {staffTitle}). */
export const macro = z.object({
  id,
  title: z.string().trim().min(1).max(20),
  text: z.string().trim().min(1).max(600),
})
export type Macro = z.infer<typeof macro>
/** GET and PUT /api/console/programmes/:id/macros; a PUT replaces them all. */
export const macros = z.object({ macros: z.array(macro).max(100) })

export const availability = z.enum(['hours', 'always', 'off'])
export type Availability = z.infer<typeof availability>
/** GET and PUT /api/console/programmes/:id/duty */
export const duty = z.object({
  hours: z.object({
    workdays: z.array(z.int().min(1).max(7)).min(1),
    from: z.int().min(0).max(1440),
    to: z.int().min(0).max(1440),
  }),
  members: z.array(
    z.object({
      id,
      name: z.string(),
      title: z.string(),
      role: staffRole,
      availability,
      onDuty: z.boolean(),
      open: z.int(),
    }),
  ),
  onCall: id.nullable(),
  /** Open now, and when it opens next otherwise. */
  openNow: z.boolean(),
  opensAt: instant.nullable(),
})
export type DutyView = z.infer<typeof duty>
export const dutyChange = z.object({
  hours: duty.shape.hours,
  members: z.array(z.object({ id, availability })).max(500),
  onCall: id.nullable(),
})

/** GET /api/console/messages?q=: words said in conversations, newest first. */
export const messageSearchQuery = z.object({
  q: z.string().trim().min(2).max(50),
  programmeId: id.optional(),
  after: z.string().max(200).optional(),
})
export const messageSearch = z.object({
  hits: z.array(
    z.object({
      messageId: id,
      conversationId: id,
      patientName: z.string(),
      at: instant,
      author: z.string(),
      /** Pieces of the text; every second one, from the second on, is what was searched for. */
      pieces: z.array(z.string()),
    }),
  ),
  next: z.string().nullable(),
})
export type MessageSearch = z.infer<typeof messageSearch>

const spread = z.object({ count: z.int(), medianSeconds: z.number().nullable(), p90Seconds: z.number().nullable() })
/** GET /api/console/programmes/:id/conversation-figures?days=. Every figure names its numerator and denominator. */
export const figuresQuery = z.object({ days: z.coerce.number().int().min(1).max(180).default(30) })
export const conversationFigures = z.object({
  from: instant,
  to: instant,
  /** Messages of patients, and those the assistant answered by itself. */
  questions: z.object({ received: z.int(), answered: z.int() }),
  handOvers: z.object({
    total: z.int(),
    because: z.object({
      asked: z.int(),
      doubt: z.int(),
      'red-flag': z.int(),
      repeated: z.int(),
      taken: z.int(),
    }),
    /** Still without a person's reply. */
    waiting: z.int(),
  }),
  /** From the hand-over to a person's first reply, wall clock, over hand-overs that have one. */
  firstResponse: spread,
  /** The same, counting only minutes the team is open. */
  firstResponseOpen: spread,
  /** From the hand-over to its closing. */
  resolution: spread,
  satisfaction: z.object({ asked: z.int(), answered: z.int(), good: z.int(), fair: z.int(), bad: z.int() }),
  /** By local day, oldest first. */
  byDay: z.array(z.object({ day: z.string(), received: z.int(), answered: z.int(), handedOver: z.int() })),
  definitions: z.array(z.object({ figure: z.string(), zh: z.string(), en: z.string() })),
})
export type ConversationFigures = z.infer<typeof conversationFigures>
