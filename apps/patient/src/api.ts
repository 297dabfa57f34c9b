import { createApiClient, type Call } from '@suixing/ui'
import { createFamilyDoor } from './family-visit/create-family-door'
import type { FamilyDoor } from './family-visit/family-visit'
import { createOutbox, type Outbox } from './outbox/outbox'
import { patientOutboxHost } from './outbox/patient-outbox-host'
import { platform } from './platform'
import { createSession, type PatientSession } from './session/session'

/** Session of the person holding this phone. */
export const session: PatientSession = createSession(platform, (body) => call('patientSignIn', { body }))

/** Calls the host by the name of a route. */
export const call: Call = createApiClient(platform.request, session).call

/** What the person wrote and the host has not taken yet. */
export const outbox: Outbox = createOutbox(platform, patientOutboxHost(call))

/** The conversations of others this person was let into, as family. */
export const familyDoor: FamilyDoor = createFamilyDoor(platform, (body) => call('familySignIn', { body }))
