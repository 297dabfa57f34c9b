import * as z from 'zod'
import * as consoleApi from './console'
import * as consoleTalk from './console-conversation'
import * as talk from './conversation'
import * as family from './family'
import { glucoseQuery, glucoseView, importQuery, importReport } from './glucose'
import * as patientApi from './patient'
import * as patientChat from './patient-chat'
import * as physicianApi from './physician'
import { id } from './scalar'
import * as session from './session'

/** Who may call a route. `nobody-yet` is for signing in; everything else names one kind of session. */
export type Guard =
  'nobody-yet' | 'patient' | 'family' | 'physician' | 'staff' | 'wecom-signature' | 'signed-link' | 'host-secret'

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
const conversationActions = { body: talk.conversationAction, answer: talk.conversationPage }
const upload = { query: talk.uploadQuery, answer: talk.uploadAnswer, file: true as const }

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
    query: patientChat.patientMessagesQuery,
    answer: patientChat.patientMessages,
  }),
  patientSay: route('POST', '/api/patient/messages', 'patient', {
    body: patientChat.patientSay,
    answer: patientChat.patientSaid,
  }),
  patientRead: route('POST', '/api/patient/messages/read', 'patient', {
    body: patientChat.patientRead,
    answer: nothing,
  }),
  patientUpload: route('POST', '/api/patient/media', 'patient', upload),
  patientRate: route('POST', '/api/patient/ratings', 'patient', {
    body: patientChat.patientRating,
    answer: nothing,
  }),
  patientSubscribed: route('POST', '/api/patient/subscriptions', 'patient', {
    body: patientChat.subscriptionAnswer,
    answer: nothing,
  }),
  patientContent: route('GET', '/api/patient/contents/:id', 'patient', {
    query: patientChat.patientContentQuery,
    answer: patientChat.patientContent,
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

  familyMembers: route('GET', '/api/patient/family', 'patient', { answer: family.familyMembers }),
  removeFamily: route('DELETE', '/api/patient/family/:id', 'patient', { answer: family.familyMembers }),
  inviteFamily: route('POST', '/api/patient/family-invites', 'patient', {
    body: family.familyInviteRequest,
    answer: family.familyInvite,
  }),
  familySignIn: route('POST', '/api/family/session', 'nobody-yet', {
    body: family.familySignIn,
    answer: family.familySession,
  }),
  familyMessages: route('GET', '/api/family/messages', 'family', {
    query: family.familyMessagesQuery,
    answer: family.familyMessages,
  }),
  familySay: route('POST', '/api/family/messages', 'family', { body: family.familySay, answer: family.familySaid }),

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
  reply: route('POST', '/api/physician/patients/:id/replies', 'physician', {
    body: talk.replyRequest,
    answer: talk.replyAnswer,
  }),
  physicianInbox: route('GET', '/api/physician/conversations', 'physician', {
    query: talk.inboxQuery,
    answer: talk.inbox,
  }),
  physicianConversation: route('GET', '/api/physician/conversations/:id', 'physician', {
    query: talk.conversationQuery,
    answer: talk.conversationPage,
  }),
  physicianSend: route('POST', '/api/physician/conversations/:id/messages', 'physician', {
    body: talk.sendRequest,
    answer: talk.sendAnswer,
  }),
  physicianAct: route('POST', '/api/physician/conversations/:id/actions', 'physician', conversationActions),
  physicianUpload: route('POST', '/api/physician/media', 'physician', upload),

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
  consoleInbox: route('GET', '/api/console/conversations', 'staff', { query: talk.inboxQuery, answer: talk.inbox }),
  consoleConversation: route('GET', '/api/console/conversations/:id', 'staff', {
    query: talk.conversationQuery,
    answer: talk.conversationPage,
  }),
  consoleSend: route('POST', '/api/console/conversations/:id/messages', 'staff', {
    body: talk.sendRequest,
    answer: talk.sendAnswer,
  }),
  consoleAct: route('POST', '/api/console/conversations/:id/actions', 'staff', conversationActions),
  consoleUpload: route('POST', '/api/console/media', 'staff', upload),
  /** Gives the conversation to somebody, or to nobody. */
  assign: route('POST', '/api/console/conversations/:id/assignee', 'staff', {
    body: z.object({ to: id.nullable() }),
    answer: talk.conversationPage,
  }),
  searchMessages: route('GET', '/api/console/messages', 'staff', {
    query: consoleTalk.messageSearchQuery,
    answer: consoleTalk.messageSearch,
  }),
  macros: route('GET', '/api/console/programmes/:id/macros', 'staff', { answer: consoleTalk.macros }),
  setMacros: route('PUT', '/api/console/programmes/:id/macros', 'staff', {
    body: consoleTalk.macros,
    answer: consoleTalk.macros,
  }),
  duty: route('GET', '/api/console/programmes/:id/duty', 'staff', { answer: consoleTalk.duty }),
  setDuty: route('PUT', '/api/console/programmes/:id/duty', 'staff', {
    body: consoleTalk.dutyChange,
    answer: consoleTalk.duty,
  }),
  conversationFigures: route('GET', '/api/console/programmes/:id/conversation-figures', 'staff', {
    query: consoleTalk.figuresQuery,
    answer: consoleTalk.conversationFigures,
  }),
} as const
export type RouteName = keyof typeof routes
export type AnswerOf<Name extends RouteName> = z.infer<(typeof routes)[Name]['answer']>
export type BodyOf<Name extends RouteName> = z.input<(typeof routes)[Name]['body']>
export type QueryOf<Name extends RouteName> = z.input<(typeof routes)[Name]['query']>
