import { createApiClient, type Call } from '@suixing/ui'
import { createOutbox, type Outbox } from './outbox/outbox'
import { platform } from './platform'
import { createSession, type PatientSession } from './session/session'

/** Session of the person holding this phone. */
export const session: PatientSession = createSession(platform, (body) => call('patientSignIn', { body }))

/** Calls the host by the name of a route. */
export const call: Call = createApiClient(platform.request, session).call

/** What the person wrote and the host has not taken yet. */
export const outbox: Outbox = createOutbox(platform, call)
