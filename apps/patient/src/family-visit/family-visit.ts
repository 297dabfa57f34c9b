import type { FamilySession } from '@suixing/contracts'
import type { Call } from '@suixing/ui'
import type { Outbox } from '../outbox/outbox'

/** A family member's place in one patient's conversation. `call` goes in their name, never in the patient's own. */
export interface FamilyVisit {
  readonly patientName: string
  readonly member: FamilySession['member']
  readonly call: Call
  readonly outbox: Outbox
}

/** The family side of a WeChat user, who may be a patient too: a session of its own, kept apart on the phone. */
export interface FamilyDoor {
  /** The visit this phone knows of, without asking anybody. */
  readonly known: FamilyVisit | null
  /** Signs in where it has to: at the first time, and with an invitation not used yet. Throws ApiFailure. */
  enter(invite: string | null): Promise<FamilyVisit>
  /** Forgets the session and all that waited to be said in it. */
  forget(visit: FamilyVisit): void
}
