import { createApiClient, type Call } from '@suixing/ui'
import { platform } from './platform'
import { createSession, type PatientSession } from './session/session'

/** Session of the person holding this phone. */
export const session: PatientSession = createSession(platform, (body) => call('patientSignIn', { body }))

/** Calls the host by the name of a route. */
export const call: Call = createApiClient(platform.request, session).call
