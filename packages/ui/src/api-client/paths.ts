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
  assistantLink: { method: 'GET', path: '/api/patient/assistant-link' },
  patientGlucose: { method: 'GET', path: '/api/patient/glucose' },
  patientGlucoseImport: { method: 'POST', path: '/api/patient/glucose-imports' },
  setPreferences: { method: 'PUT', path: '/api/patient/preferences' },
  optOut: { method: 'POST', path: '/api/patient/opt-outs' },
  optIn: { method: 'POST', path: '/api/patient/opt-ins' },
  physicianSignIn: { method: 'POST', path: '/api/physician/session' },
  physicianPatients: { method: 'GET', path: '/api/physician/patients' },
  physicianPatient: { method: 'GET', path: '/api/physician/patients/:id' },
  reply: { method: 'POST', path: '/api/physician/patients/:id/replies' },
} satisfies Partial<Record<RouteName, Path>>

/** Name of a route the mini-programs call. */
export type PhoneRoute = keyof typeof paths
