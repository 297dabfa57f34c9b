import * as z from 'zod'
import { importRecord } from './glucose'
import { conversationState, kfWindow, messageView } from './message'
import { enrolmentStatus, optOut, preferences } from './patient'
import { timelineItem } from './physician'
import { id, instant } from './scalar'
import { staffView } from './session'
import { touchpointView } from './touchpoint'

export const contactWayView = z.object({
  id,
  physician: staffView,
  /** Image address given by WeCom; null while WeCom has not answered yet. */
  qrCode: z.string().nullable(),
  state: z.string().max(30),
  status: z.enum(['creating', 'ready', 'failed']),
  failure: z.string().nullable(),
  scans: z.int(),
  createdAt: instant,
})
export type ContactWayView = z.infer<typeof contactWayView>
/** POST /api/console/programmes/:id/contact-ways answers contactWayView; the same physician twice gives the same way. */
export const contactWayRequest = z.object({ physicianId: id })

/** GET /api/console/programmes */
export const programmeList = z.object({
  programmes: z.array(
    z.object({ id, name: z.string(), organisation: z.string(), department: z.string(), version: z.int() }),
  ),
})
/** GET /api/console/programmes/:id */
export const programmePage = z.object({
  id,
  name: z.string(),
  organisation: z.string(),
  department: z.string(),
  version: z.int(),
  /** invited = everyone ever invited; the others count enrolments in the status they have now, left = withdrawn, lost or deceased. */
  funnel: z.object({ invited: z.int(), enrolled: z.int(), paused: z.int(), completed: z.int(), left: z.int() }),
  touchpoints: z.object({
    planned: z.int(),
    delivered: z.int(),
    answered: z.int(),
    skipped: z.int(),
    failed: z.int(),
    uncertain: z.int(),
  }),
  /** Touchpoints of the local day by hour and channel state, for the chart. */
  today: z.array(z.object({ hour: z.int().min(0).max(23), sent: z.int(), open: z.int(), ended: z.int() })),
  needsPerson: z.array(
    z.object({
      kind: z.enum([
        'waiting-reply',
        'uncertain-touchpoint',
        'failed-touchpoint',
        'touchpoint-for-person',
        'inbox-stuck',
        'tag-not-written',
      ]),
      count: z.int(),
    }),
  ),
  contactWays: z.array(contactWayView),
  physicians: z.array(staffView),
  plans: z.array(
    z.object({
      id,
      version: z.int(),
      title: z.string(),
      anchor: z.string(),
      steps: z.array(
        z.object({ id, title: z.string(), when: z.string(), channels: z.array(z.string()), text: z.string() }),
      ),
    }),
  ),
  tagRules: z.array(z.object({ id, version: z.int(), tag: z.string(), says: z.string() })),
  faqCount: z.int(),
  quietHours: z.object({ from: z.int(), to: z.int() }),
})
export type ProgrammePage = z.infer<typeof programmePage>

/** GET /api/console/patients?programmeId&q&after&limit */
export const consolePatientQuery = z.object({
  programmeId: id.optional(),
  q: z.string().max(30).optional(),
  status: enrolmentStatus.optional(),
  /** Only patients who need a person for this; the kinds of programmePage.needsPerson that have a patient. */
  needs: z
    .enum(['waiting-reply', 'uncertain-touchpoint', 'failed-touchpoint', 'touchpoint-for-person', 'tag-not-written'])
    .optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const consolePatientRow = z.object({
  id,
  enrolmentId: id,
  name: z.string(),
  status: enrolmentStatus,
  physician: z.string().nullable(),
  tags: z.array(z.string()),
  conversation: conversationState.nullable(),
  nextTouchpoint: instant.nullable(),
  lastActivityAt: instant,
})
export const consolePatients = z.object({
  rows: z.array(consolePatientRow),
  next: z.string().nullable(),
  total: z.int(),
})

/** GET /api/console/patients/:id */
export const consolePatientPage = z.object({
  id,
  name: z.string(),
  timeZone: z.string(),
  enrolments: z.array(
    z.object({
      id,
      programmeId: id,
      programmeName: z.string(),
      status: enrolmentStatus,
      physician: staffView.nullable(),
      consent: z.object({ version: z.string(), scopes: z.array(z.string()), at: instant }).nullable(),
      history: z.array(z.object({ at: instant, status: enrolmentStatus, why: z.string() })),
    }),
  ),
  profile: z.object({ diagnosisYear: z.int().nullable(), therapy: z.string().nullable() }),
  preferences: preferences.nullable(),
  optOuts: z.array(optOut),
  identities: z.array(z.object({ kind: z.string(), since: instant })),
  tags: z.array(
    z.object({
      id,
      name: z.string(),
      group: z.string(),
      since: instant,
      provenance: z.object({
        kind: z.enum(['rule', 'person', 'wecom']),
        ruleId: z.string().nullable(),
        ruleVersion: z.int().nullable(),
        says: z.string(),
      }),
      wecom: z.object({
        state: z.enum(['pending', 'written', 'failed', 'no-friend']),
        at: instant.nullable(),
        why: z.string().nullable(),
      }),
    }),
  ),
  touchpoints: z.array(touchpointView),
  conversation: z.object({ id, state: conversationState, window: kfWindow }).nullable(),
  messages: z.array(messageView),
  timeline: z.array(timelineItem),
  imports: z.array(importRecord),
  now: instant,
})
export type ConsolePatientPage = z.infer<typeof consolePatientPage>
