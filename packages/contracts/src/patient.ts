import * as z from 'zod'
import { readingPoint } from './glucose'
import { messageView } from './message'
import { channelName, topic } from './programme'
import { id, instant, personName } from './scalar'

export const enrolmentStatus = z.enum(['invited', 'enrolled', 'paused', 'completed', 'withdrawn', 'lost', 'deceased'])
export type EnrolmentStatus = z.infer<typeof enrolmentStatus>

export const physicianName = z.object({ id, name: z.string(), title: z.string() })
export const preferences = z.object({
  hour: id,
  channel: z.enum(['wechat', 'phone']),
  family: z.object({ name: personName, relation: z.string().trim().min(1).max(10), notify: z.boolean() }).nullable(),
})
export const profile = z.object({ diagnosisYear: z.int(), therapy: id })
export const optOut = z.object({
  scope: z.union([z.object({ channel: channelName }), z.object({ topic }), z.object({ all: z.literal(true) })]),
  at: instant,
})
export type OptOut = z.infer<typeof optOut>

export const patientEnrolment = z.object({
  id,
  programme: z.object({ id, name: z.string(), organisation: z.string(), department: z.string() }),
  status: enrolmentStatus,
  physician: physicianName.nullable(),
  enrolledAt: instant.nullable(),
  /** 1 on the day of enrolment. */
  dayNumber: z.int().nullable(),
  consentVersion: z.string().nullable(),
})
/** GET /api/patient/me */
export const patientMe = z.object({
  patient: z.object({ id, name: z.string(), timeZone: z.string() }),
  enrolments: z.array(patientEnrolment),
  preferences: preferences.nullable(),
  profile: profile.nullable(),
  optOuts: z.array(optOut),
  now: instant,
})
export type PatientMe = z.infer<typeof patientMe>

/** GET /api/patient/enrolments/:id/offer — all a person needs to decide and to fill in. */
export const enrolmentOffer = z.object({
  enrolmentId: id,
  programme: z.object({ id, name: z.string(), organisation: z.string(), department: z.string() }),
  consent: z.object({
    version: z.string(),
    readingMinutes: z.int(),
    points: z.array(z.object({ icon: z.string(), title: z.string(), detail: z.string() })),
    sections: z.array(z.object({ heading: z.string(), body: z.string() })),
    scopes: z.array(
      z.object({ id: z.string(), label: z.string(), detail: z.string().optional(), required: z.boolean() }),
    ),
  }),
  therapies: z.array(z.object({ id, label: z.string() })),
  preferredHours: z.array(z.object({ id, label: z.string(), from: z.int(), to: z.int() })),
  diagnosisYears: z.object({ from: z.int(), to: z.int() }),
})
export type EnrolmentOffer = z.infer<typeof enrolmentOffer>

/** POST /api/patient/enrolments/:id/enrol — one request, so that nothing is half enrolled. Answers patientMe. */
export const enrolRequest = z.object({
  consent: z.object({ version: z.string(), scopes: z.array(z.enum(['care', 'research'])) }),
  profile,
  preferences,
})

/** GET /api/patient/today */
export const patientToday = z.object({
  latestReading: readingPoint.nullable(),
  next: z.object({ touchpointId: id, title: z.string(), due: instant }).nullable(),
  reply: messageView.nullable(),
  waitingForPerson: z.boolean(),
})
export type PatientToday = z.infer<typeof patientToday>

/** GET /api/patient/assistant-link: the kf link with this patient's one-time key, ready before the tap. */
export const assistantLink = z.object({ url: z.url(), corpId: z.string() })
/** PUT /api/patient/preferences takes `preferences`; POST /api/patient/opt-outs and DELETE take `optOutRequest`; both answer patientMe. */
export const optOutRequest = z.object({ scope: optOut.shape.scope })
/** POST /api/patient/enrolments/:id/withdraw answers patientMe. */
export const withdrawRequest = z.object({ reason: z.string().max(200).optional() })
