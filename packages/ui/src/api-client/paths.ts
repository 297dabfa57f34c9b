import type { RouteName } from '@suixing/contracts'

/** Method and path of a route, without its schemas. */
export interface Path {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
}

/** Routes the mini-programs call. The schemas stay out of the phone's package; a test holds this table equal to the contract. */
export const paths = {
  patientSignIn: { method: 'POST', path: '/api/patient/session' },
  patientMe: { method: 'GET', path: '/api/patient/me' },
  enrolmentOffer: { method: 'GET', path: '/api/patient/enrolments/:id/offer' },
  enrol: { method: 'POST', path: '/api/patient/enrolments/:id/enrol' },
  withdraw: { method: 'POST', path: '/api/patient/enrolments/:id/withdraw' },
  rejoin: { method: 'POST', path: '/api/patient/enrolments/:id/rejoin' },
  patientToday: { method: 'GET', path: '/api/patient/today' },
  patientMessages: { method: 'GET', path: '/api/patient/messages' },
  patientSay: { method: 'POST', path: '/api/patient/messages' },
  patientRead: { method: 'POST', path: '/api/patient/messages/read' },
  patientUpload: { method: 'POST', path: '/api/patient/media' },
  patientRate: { method: 'POST', path: '/api/patient/ratings' },
  patientSubscribed: { method: 'POST', path: '/api/patient/subscriptions' },
  patientContent: { method: 'GET', path: '/api/patient/contents/:id' },
  assistantLink: { method: 'GET', path: '/api/patient/assistant-link' },
  patientGlucose: { method: 'GET', path: '/api/patient/glucose' },
  patientGlucoseImport: { method: 'POST', path: '/api/patient/glucose-imports' },
  setPreferences: { method: 'PUT', path: '/api/patient/preferences' },
  optOut: { method: 'POST', path: '/api/patient/opt-outs' },
  optIn: { method: 'POST', path: '/api/patient/opt-ins' },
  familyMembers: { method: 'GET', path: '/api/patient/family' },
  removeFamily: { method: 'DELETE', path: '/api/patient/family/:id' },
  inviteFamily: { method: 'POST', path: '/api/patient/family-invites' },
  familySignIn: { method: 'POST', path: '/api/family/session' },
  familyMessages: { method: 'GET', path: '/api/family/messages' },
  familySay: { method: 'POST', path: '/api/family/messages' },
  physicianSignIn: { method: 'POST', path: '/api/physician/session' },
  physicianPatients: { method: 'GET', path: '/api/physician/patients' },
  physicianPatient: { method: 'GET', path: '/api/physician/patients/:id' },
  reply: { method: 'POST', path: '/api/physician/patients/:id/replies' },
  physicianInbox: { method: 'GET', path: '/api/physician/conversations' },
  physicianConversation: { method: 'GET', path: '/api/physician/conversations/:id' },
  physicianSend: { method: 'POST', path: '/api/physician/conversations/:id/messages' },
  physicianAct: { method: 'POST', path: '/api/physician/conversations/:id/actions' },
  physicianUpload: { method: 'POST', path: '/api/physician/media' },
} satisfies Partial<Record<RouteName, Path>>

/** Name of a route the mini-programs call. */
export type PhoneRoute = keyof typeof paths
