import type { Instant } from '@suixing/contracts'

/** What is known of an enrolment now. Instants are marked, so that a rule about age is never fed a name. */
export type FactValue = string | number | boolean | { readonly instant: Instant }
export type Facts = Readonly<Record<string, FactValue | undefined>>
