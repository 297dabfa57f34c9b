import * as z from 'zod'
import { id, minuteOfDay } from './scalar'
import { staffRole } from './session'

/** Where a clinical number or sentence comes from. */
export const clinicalSource = z.object({ title: z.string().min(1), year: z.int().optional(), url: z.url().optional() })

/** Consent text of a programme. A change of what is done with health data is a new version; a patient consents to one version. */
export const consentDefinition = z.object({
  version: z.string().min(1),
  readingMinutes: z.int().positive(),
  /** The four things a person must know before joining, shown first. */
  points: z
    .array(z.object({ icon: z.enum(['drop', 'eye', 'clock', 'exit']), title: z.string(), detail: z.string() }))
    .min(1),
  sections: z.array(z.object({ heading: z.string(), body: z.string() })).min(1),
  scopes: z.array(
    z.object({
      id: z.enum(['care', 'research']),
      label: z.string(),
      detail: z.string().optional(),
      required: z.boolean(),
    }),
  ),
})

/** A predicate over facts. Data, so that clinicians can review it and one evaluator serves one patient and 100,000. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { fact: string; is: 'equal' | 'atLeast' | 'atMost' | 'above' | 'below'; value: string | number | boolean }
  | { fact: string; is: 'oneOf'; value: (string | number)[] }
  | { fact: string; is: 'known' | 'unknown' }
  | { fact: string; is: 'olderThanDays' | 'withinDays'; value: number }
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({
      fact: z.string(),
      is: z.enum(['equal', 'atLeast', 'atMost', 'above', 'below']),
      value: z.union([z.string(), z.number(), z.boolean()]),
    }),
    z.strictObject({
      fact: z.string(),
      is: z.literal('oneOf'),
      value: z.array(z.union([z.string(), z.number()])).min(1),
    }),
    z.strictObject({ fact: z.string(), is: z.enum(['known', 'unknown']) }),
    z.strictObject({ fact: z.string(), is: z.enum(['olderThanDays', 'withinDays']), value: z.number().positive() }),
  ]),
)

export const tagDefinition = z.object({
  id,
  /** Group as WeCom shows it; ≤ 30 characters there. */
  group: z.string().min(1).max(30),
  name: z.string().min(1).max(30),
  /** Tags of one stratum exclude each other. */
  stratum: id.optional(),
})
export const tagRule = z.object({
  id,
  version: z.int().positive(),
  tag: id,
  /** The rule in the words of the ward, shown as provenance. */
  says: z.string().min(1),
  when: condition,
  source: clinicalSource.optional(),
})

export const channelName = z.enum(['kf', 'subscribe', 'mass', 'groupMass', 'sms', 'phone', 'staffMessage', 'miniChat'])
export type ChannelName = z.infer<typeof channelName>
/** Subjects a patient can opt out of. */
export const topic = z.enum(['reminder', 'education', 'followUp'])
export type Topic = z.infer<typeof topic>

export const planStep = z.object({
  /** Stable across plan versions: part of the touchpoint key. */
  id,
  title: z.string().min(1),
  topic,
  priority: z.enum(['urgent', 'high', 'normal']).default('normal'),
  /** Due = local day of the anchor + days, at `at` minutes of the local day; or the anchor instant + minutes. */
  offset: z.union([
    z.strictObject({ days: z.int().min(0), at: minuteOfDay }),
    z.strictObject({ minutes: z.int().min(0) }),
  ]),
  /** After due + this many hours it is too late and the touchpoint is missed. */
  windowHours: z.number().positive(),
  recurrence: z.strictObject({ everyDays: z.int().positive(), times: z.int().positive() }).optional(),
  audience: z.enum(['patient', 'family']).default('patient'),
  channels: z.array(channelName).min(1),
  content: id,
})
export const planDefinition = z.object({
  id,
  version: z.int().positive(),
  title: z.string().min(1),
  /** Journey event that anchors the plan, e.g. enrolled. */
  anchor: z.string().min(1),
  audienceWhen: condition.optional(),
  endWhen: condition.optional(),
  steps: z.array(planStep).min(1),
})

/** Text with {patientName}, {physicianName} … ; ≤ 2048 bytes in kf after filling in. */
export const contentDefinition = z.object({
  id,
  title: z.string(),
  text: z.string().min(1),
  reviewedBy: z.string().optional(),
  source: clinicalSource.optional(),
})

export const faqEntry = z.object({
  id,
  question: z.string().min(1),
  similar: z.array(z.string()),
  answer: z.string().min(1),
  reviewedBy: z.string().min(1),
  source: clinicalSource,
  version: z.int().positive(),
})
export type FaqEntry = z.infer<typeof faqEntry>

export const thresholdsDefinition = z.object({
  unit: z.literal('mmol/L'),
  veryLowBelow: z.number(),
  lowBelow: z.number(),
  highAbove: z.number(),
  veryHighAbove: z.number(),
  urgentAtLeast: z.number(),
  source: clinicalSource,
})

/** When people answer, in the patient's time zone: ISO weekdays and minutes of the local day. */
export const dutyHours = z
  .strictObject({ workdays: z.array(z.int().min(1).max(7)).min(1), from: minuteOfDay, to: minuteOfDay })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'after from' })
/**
 * Who is told when nobody acknowledges, minutes after the beginning. Ends at the on-call person, who is told again every
 * `repeatMinutes` until somebody acknowledges.
 */
export const ladder = z.strictObject({
  rungs: z
    .array(
      z.strictObject({
        role: z.enum(['responsible', 'assigned', ...staffRole.options, 'onCall']),
        afterMinutes: z.int().min(0),
      }),
    )
    .min(1),
  repeatMinutes: z.int().positive(),
})
export type LadderDefinition = z.infer<typeof ladder>

/** A programme as published: immutable per version. */
export const programmeDefinition = z.object({
  id,
  version: z.int().positive(),
  name: z.string().min(1),
  organisation: z.string().min(1),
  department: z.string().min(1),
  /** Name of the kf account, ≤ 16 characters. */
  assistantName: z.string().min(1).max(16),
  welcome: z.object({
    text: z.string().min(1),
    cardTitle: z.string().min(1),
    linkTitle: z.string().min(1),
    linkDescription: z.string().min(1),
  }),
  consent: consentDefinition,
  profile: z.object({ therapies: z.array(z.object({ id, label: z.string() })).min(1), earliestDiagnosisYear: z.int() }),
  preferredHours: z.array(z.object({ id, label: z.string(), from: minuteOfDay, to: minuteOfDay })).min(1),
  quietHours: z.object({ from: minuteOfDay, to: minuteOfDay }),
  tags: z.array(tagDefinition),
  tagRules: z.array(tagRule),
  plans: z.array(planDefinition),
  contents: z.array(contentDefinition),
  faq: z.array(faqEntry),
  thresholds: thresholdsDefinition,
  redFlagAdvice: z.string().min(1),
  handOver: z.object({
    patientText: z.string().min(1),
    /** Said instead when the patient asked for a person. */
    askedText: z.string().min(1),
    /** Said instead when nobody of the team is there; {opensAt} says when somebody is. */
    outOfHoursText: z.string().min(1),
    /** Said once more when the patient writes again while waiting; {waited} says how long. */
    stillWaitingText: z.string().min(1),
    closingText: z.string().min(1),
    /** Where people answer: here, through the API, or by hand in the WeCom client, from WeCom's own queue. */
    place: z.enum(['here', 'wecom-queue']).default('here'),
  }),
  duty: dutyHours,
  ladders: z.object({ conversation: ladder, redFlag: ladder }),
  quickReplies: z.array(z.object({ id, title: z.string().min(1).max(20), text: z.string().min(1).max(600) })),
})
export type ProgrammeDefinition = z.infer<typeof programmeDefinition>
export type TagRule = z.infer<typeof tagRule>
export type TagDefinition = z.infer<typeof tagDefinition>
export type PlanDefinition = z.infer<typeof planDefinition>
export type PlanStep = z.infer<typeof planStep>
export type ContentDefinition = z.infer<typeof contentDefinition>
