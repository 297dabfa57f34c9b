import * as z from 'zod'
import { levelCounts, readingPoint } from './glucose'
import { conversationState, kfWindow, mediaView, messageAuthor, messageView } from './message'
import { enrolmentStatus } from './patient'
import { id, instant } from './scalar'
import { staffRole } from './session'

/** Why a conversation went from the assistant to people. `taken`: a person stepped in unasked. */
export const handOverReason = z.enum(['asked', 'doubt', 'red-flag', 'repeated', 'taken'])
export type HandOverReason = z.infer<typeof handOverReason>

/** One hand-over, from the patient's need to its closing. */
export const handOverView = z.object({
  id,
  because: handOverReason,
  urgent: z.boolean(),
  at: instant,
  question: z.string(),
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  firstReplyAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** 1 bad, 2 fair, 3 good; null when not asked or not answered. */
  satisfaction: z.int().min(1).max(3).nullable(),
})
export type HandOverView = z.infer<typeof handOverView>

/** A person of the care team, as a colleague to pass a conversation to. */
export const teamMember = z.object({
  id,
  name: z.string(),
  title: z.string(),
  role: staffRole,
  onDuty: z.boolean(),
  /** Conversations this person has open now. */
  open: z.int(),
})
export type TeamMember = z.infer<typeof teamMember>

/** One line of an inbox. */
export const conversationRow = z.object({
  id,
  /** Null for a kf user nobody could link to a patient yet. */
  patient: z
    .object({ id, name: z.string(), gender: z.enum(['male', 'female', 'unknown']), age: z.int().nullable() })
    .nullable(),
  programme: z.object({ id, name: z.string() }),
  state: conversationState,
  urgent: z.boolean(),
  waitingSince: instant.nullable(),
  /** The patient's words that wait. */
  waitingFor: z.string().nullable(),
  because: handOverReason.nullable(),
  assignedTo: z.object({ id, name: z.string(), title: z.string() }).nullable(),
  /** Patient's messages since this reader last read. */
  unread: z.int(),
  last: z.object({ at: instant, author: messageAuthor, text: z.string() }).nullable(),
  labels: z.array(z.string()),
  snoozedUntil: instant.nullable(),
  window: kfWindow,
})
export type ConversationRow = z.infer<typeof conversationRow>

/** GET /api/physician/conversations ; GET /api/console/conversations. `since` answers `unchanged` when nothing moved. */
export const inboxQuery = z.object({
  filter: z.enum(['waiting', 'mine', 'unassigned', 'snoozed', 'all']).default('waiting'),
  /** Name of the patient, or words said in the conversation (two characters or more). */
  q: z.string().trim().max(50).optional(),
  label: z.string().max(20).optional(),
  programmeId: id.optional(),
  since: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const inbox = z.object({
  unchanged: z.boolean(),
  rows: z.array(conversationRow),
  /** Of the reader's whole inbox, whatever the filter. */
  counts: z.object({
    waiting: z.int(),
    mine: z.int(),
    all: z.int(),
    unread: z.int(),
    unassigned: z.int().optional(),
    snoozed: z.int().optional(),
  }),
  /** Labels in use in the reader's inbox, to filter by and to choose from. */
  labels: z.array(z.string()).optional(),
  next: z.string().nullable(),
  cursor: z.string(),
  now: instant,
})
export type Inbox = z.infer<typeof inbox>

/** Who is told next when nobody answers. */
export const escalationView = z.object({
  startedAt: instant,
  told: z.array(
    z.object({ at: instant, names: z.array(z.string()), why: z.object({ zh: z.string(), en: z.string() }) }),
  ),
  nextAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
})
export type EscalationView = z.infer<typeof escalationView>

/** What stands on top of a conversation, so that nobody answers blindly. */
export const patientSummary = z.object({
  status: enrolmentStatus,
  dayNumber: z.int().nullable(),
  diagnosisYear: z.int().nullable(),
  therapy: z.string().nullable(),
  physician: z.string().nullable(),
  tags: z.array(z.string()),
  latest: readingPoint.nullable(),
  counts: levelCounts.nullable(),
})
export type PatientSummary = z.infer<typeof patientSummary>

/** GET /api/physician/conversations/:id ; GET /api/console/conversations/:id; `before` pages back. */
export const conversationQuery = z.object({
  since: z.string().max(200).optional(),
  before: z.string().max(200).optional(),
})
export const conversationPage = z.object({
  unchanged: z.boolean(),
  cursor: z.string(),
  now: instant,
  conversation: conversationRow.nullable(),
  summary: patientSummary.nullable(),
  /** Oldest first; the last hundred, or with `before` the hundred before it. */
  messages: z.array(messageView),
  /** Give it as `before` for what was said earlier. */
  earlier: z.string().nullable(),
  readUpTo: z.object({ patient: instant.nullable(), team: instant.nullable() }),
  handOver: handOverView.nullable(),
  escalation: escalationView.nullable(),
  /** Who holds the kf session in the WeCom client; the API may not send through kf until it ends. */
  client: z.object({ name: z.string() }).nullable(),
  /** What a reply without a window falls back to: whether a subscribe message can tell the patient of it. */
  subscribeCredits: z.int(),
  team: z.array(teamMember),
  /** Variables are filled in already. */
  quickReplies: z.array(z.object({ id, title: z.string(), text: z.string() })),
  contents: z.array(z.object({ id, title: z.string(), text: z.string() })),
})
export type ConversationPage = z.infer<typeof conversationPage>

const clientId = z.uuid()
/** POST …/conversations/:id/messages. The same clientId is the same message however often it is sent. */
export const sendRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), clientId, text: z.string().trim().min(1).max(600) }),
  z.object({ kind: z.enum(['image', 'voice', 'video', 'file']), clientId, mediaId: id }),
  z.object({ kind: z.literal('card'), clientId, contentId: id }),
  z.object({ kind: z.literal('note'), clientId, text: z.string().trim().min(1).max(600) }),
])
export type SendRequest = z.infer<typeof sendRequest>
/** `via` says how the patient gets it; `told` whether a subscribe message announces what waits in the mini-program. */
export const sendAnswer = z.object({
  message: messageView,
  window: kfWindow,
  via: z.enum(['kf', 'miniChat', 'note']),
  told: z.enum(['not-needed', 'told', 'no-credit', 'not-possible']),
})
export type SendAnswer = z.infer<typeof sendAnswer>

/** POST …/conversations/:id/actions answers conversationPage. */
export const conversationAction = z.discriminatedUnion('action', [
  /** I answer this one; also acknowledges what escalates. */
  z.object({ action: z.literal('take') }),
  /** Closes the hand-over: the assistant answers again, and the patient is asked how it was. */
  z.object({ action: z.literal('give-back') }),
  z.object({ action: z.literal('pass'), to: id, note: z.string().trim().max(200).optional() }),
  z.object({ action: z.literal('read'), upTo: instant }),
  z.object({ action: z.literal('label'), labels: z.array(z.string().trim().min(1).max(20)).max(10) }),
  z.object({ action: z.literal('snooze'), until: instant.nullable() }),
  /** Puts the kf session into the WeCom client, where `to` answers by hand. */
  z.object({ action: z.literal('to-client'), to: id }),
])
export type ConversationAction = z.infer<typeof conversationAction>

/** POST …/media?kind=&name=&seconds= with the bytes as body. */
export const uploadQuery = z.object({
  kind: z.enum(['image', 'voice', 'video', 'file']),
  name: z.string().max(120).default(''),
  seconds: z.coerce.number().min(0).max(600).optional(),
})
export const uploadAnswer = z.object({ media: mediaView })

/** POST /api/physician/patients/:patientId/replies; `clientId` makes a retry the same reply. */
export const replyRequest = z.object({ text: z.string().trim().min(1).max(600), clientId })
export const replyAnswer = sendAnswer
