import * as z from 'zod'
import { glucoseView, levelCounts, readingPoint } from './glucose'
import { conversationState, kfWindow, messageView } from './message'
import { enrolmentStatus } from './patient'
import { id, instant } from './scalar'
import { reason, touchpointState } from './touchpoint'

export const patientRow = z.object({
  id,
  name: z.string(),
  gender: z.enum(['male', 'female', 'unknown']),
  age: z.int().nullable(),
  status: enrolmentStatus,
  waitingSince: instant.nullable(),
  /** A red flag waits: first in the list. */
  urgent: z.boolean(),
  /** Why this patient stands here: the question that waits, else the latest thing that happened. */
  why: z.string().nullable(),
  latest: readingPoint.nullable(),
  counts: levelCounts.nullable(),
  tags: z.array(z.string()),
})
export type PatientRow = z.infer<typeof patientRow>
/** GET /api/physician/patients?filter=waiting|all&after= ; `unchanged` when nothing moved since the cursor. */
export const patientListQuery = z.object({
  filter: z.enum(['waiting', 'all']).default('waiting'),
  since: z.string().max(200).optional(),
})
export const patientList = z.object({
  unchanged: z.boolean(),
  rows: z.array(patientRow),
  waiting: z.int(),
  total: z.int(),
  cursor: z.string(),
  now: instant,
})
export type PatientList = z.infer<typeof patientList>

export const timelineItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), id, at: instant, message: messageView }),
  z.object({
    kind: z.literal('hand-over'),
    id,
    at: instant,
    to: z.enum(['person', 'assistant']),
    why: z.object({ zh: z.string(), en: z.string() }),
  }),
  z.object({
    kind: z.literal('touchpoint'),
    id,
    at: instant,
    title: z.string(),
    state: touchpointState,
    reason,
    reasonText: z.object({ zh: z.string(), en: z.string() }),
    due: instant,
  }),
  z.object({
    kind: z.literal('tag'),
    id,
    at: instant,
    name: z.string(),
    change: z.enum(['added', 'removed']),
    says: z.string(),
  }),
  z.object({ kind: z.literal('reading'), id, at: instant, point: readingPoint }),
  z.object({
    kind: z.literal('event'),
    id,
    at: instant,
    type: z.string(),
    text: z.object({ zh: z.string(), en: z.string() }),
  }),
  z.object({ kind: z.literal('import'), id, at: instant, taken: z.int(), fileName: z.string() }),
])
export type TimelineItem = z.infer<typeof timelineItem>

/** GET /api/physician/patients/:id?since= */
export const patientPage = z.object({
  unchanged: z.boolean(),
  cursor: z.string(),
  now: instant,
  patient: z
    .object({
      id,
      name: z.string(),
      gender: z.enum(['male', 'female', 'unknown']),
      age: z.int().nullable(),
      diagnosisYear: z.int().nullable(),
      therapy: z.string().nullable(),
      status: enrolmentStatus,
      tags: z.array(z.object({ id, name: z.string(), says: z.string(), since: instant })),
      conversation: conversationState,
      conversationId: id.nullable(),
      waitingSince: instant.nullable(),
      window: kfWindow,
      quickReplies: z.array(z.string()),
    })
    .nullable(),
  glucose: glucoseView.nullable(),
  /** Newest first. */
  timeline: z.array(timelineItem),
})
export type PatientPage = z.infer<typeof patientPage>
