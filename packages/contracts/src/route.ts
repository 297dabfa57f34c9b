import * as z from 'zod'
import * as consoleApi from './console'
import { replyAnswer, replyRequest } from './conversation'
import { glucoseQuery, glucoseView, importQuery, importReport } from './glucose'
import * as patientApi from './patient'
import * as physicianApi from './physician'
import * as session from './session'

/** Who may call a route. `nobody-yet` is for signing in; everything else names one kind of session. */
export type Guard = 'nobody-yet' | 'patient' | 'physician' | 'staff' | 'wecom-signature' | 'host-secret'

/** One route: method, path with :parameters, guard, and the schemas of what goes in and out. The one truth for host, clients and the table of rights. */
export interface Route<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly guard: Guard
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
  /** The body is a file, not JSON. */
  readonly file?: true
}

const nothing = z.object({})
const route = <A extends z.ZodType, Q extends z.ZodType = typeof nothing, B extends z.ZodType = typeof nothing>(
  method: Route<Q, B, A>['method'],
  path: string,
  guard: Guard,
  schemas: { answer: A; query?: Q; body?: B; file?: true },
): Route<Q, B, A> => ({
  method,
  path,
  guard,
  query: (schemas.query ?? nothing) as Q,
  body: (schemas.body ?? nothing) as B,
  answer: schemas.answer,
  ...(schemas.file ? { file: true as const } : {}),
})
const since = z.object({ since: z.string().max(200).optional() })
const after = z.object({ after: z.string().max(200).optional() })

/** Every HTTP route the mini-programs and the console call. */
export const routes = {
  patientSignIn: route('POST', '/api/patient/session', 'nobody-yet', {
    body: session.patientSignIn,
    answer: session.patientSession,
  }),
  patientMe: route('GET', '/api/patient/me', 'patient', { answer: patientApi.patientMe }),
  enrolmentOffer: route('GET', '/api/patient/enrolments/:id/offer', 'patient', { answer: patientApi.enrolmentOffer }),
  enrol: route('POST', '/api/patient/enrolments/:id/enrol', 'patient', {
    body: patientApi.enrolRequest,
    answer: patientApi.patientMe,
  }),
  withdraw: route('POST', '/api/patient/enrolments/:id/withdraw', 'patient', {
    body: patientApi.withdrawRequest,
    answer: patientApi.patientMe,
  }),
  rejoin: route('POST', '/api/patient/enrolments/:id/rejoin', 'patient', { answer: patientApi.patientMe }),
  patientToday: route('GET', '/api/patient/today', 'patient', { answer: patientApi.patientToday }),
  patientMessages: route('GET', '/api/patient/messages', 'patient', {
    query: after,
    answer: patientApi.patientMessages,
  }),
  assistantLink: route('GET', '/api/patient/assistant-link', 'patient', { answer: patientApi.assistantLink }),
  patientGlucose: route('GET', '/api/patient/glucose', 'patient', { query: glucoseQuery, answer: glucoseView }),
  patientGlucoseImport: route('POST', '/api/patient/glucose-imports', 'patient', {
    query: importQuery,
    answer: importReport,
    file: true,
  }),
  setPreferences: route('PUT', '/api/patient/preferences', 'patient', {
    body: patientApi.preferences,
    answer: patientApi.patientMe,
  }),
  optOut: route('POST', '/api/patient/opt-outs', 'patient', {
    body: patientApi.optOutRequest,
    answer: patientApi.patientMe,
  }),
  optIn: route('POST', '/api/patient/opt-ins', 'patient', {
    body: patientApi.optOutRequest,
    answer: patientApi.patientMe,
  }),

  physicianSignIn: route('POST', '/api/physician/session', 'nobody-yet', {
    body: session.physicianSignIn,
    answer: session.physicianSession,
  }),
  physicianPatients: route('GET', '/api/physician/patients', 'physician', {
    query: physicianApi.patientListQuery,
    answer: physicianApi.patientList,
  }),
  physicianPatient: route('GET', '/api/physician/patients/:id', 'physician', {
    query: since,
    answer: physicianApi.patientPage,
  }),
  reply: route('POST', '/api/physician/patients/:id/replies', 'physician', { body: replyRequest, answer: replyAnswer }),

  consoleSignInWays: route('GET', '/api/console/sign-in', 'nobody-yet', { answer: session.consoleSignInWays }),
  consoleMe: route('GET', '/api/console/me', 'staff', { answer: session.consoleMe }),
  consoleSignOut: route('DELETE', '/api/console/session', 'staff', { answer: nothing }),
  consolePasswordSignIn: route('POST', '/api/console/session/password', 'nobody-yet', {
    body: session.passwordSignIn,
    answer: session.consoleMe,
  }),
  programmes: route('GET', '/api/console/programmes', 'staff', { answer: consoleApi.programmeList }),
  programme: route('GET', '/api/console/programmes/:id', 'staff', { answer: consoleApi.programmePage }),
  createContactWay: route('POST', '/api/console/programmes/:id/contact-ways', 'staff', {
    body: consoleApi.contactWayRequest,
    answer: consoleApi.contactWayView,
  }),
  consolePatients: route('GET', '/api/console/patients', 'staff', {
    query: consoleApi.consolePatientQuery,
    answer: consoleApi.consolePatients,
  }),
  consolePatient: route('GET', '/api/console/patients/:id', 'staff', { answer: consoleApi.consolePatientPage }),
  consoleGlucose: route('GET', '/api/console/patients/:id/glucose', 'staff', {
    query: glucoseQuery,
    answer: glucoseView,
  }),
  consoleGlucoseImport: route('POST', '/api/console/patients/:id/glucose-imports', 'staff', {
    query: importQuery,
    answer: importReport,
    file: true,
  }),
} as const
export type RouteName = keyof typeof routes
export type AnswerOf<Name extends RouteName> = z.infer<(typeof routes)[Name]['answer']>
export type BodyOf<Name extends RouteName> = z.input<(typeof routes)[Name]['body']>
export type QueryOf<Name extends RouteName> = z.input<(typeof routes)[Name]['query']>
