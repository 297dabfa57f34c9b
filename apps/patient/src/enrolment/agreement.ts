import type { BodyOf } from '@suixing/contracts'

/** What a person ticked, for one version of the consent text. Lives as long as the app runs: consent is never remembered for them. */
export type Agreement = BodyOf<'enrol'>['consent']

const agreements = new Map<string, Agreement>()

/** The agreement given on the consent page, or null. */
export const agreementOf = (enrolmentId: string): Agreement | null => agreements.get(enrolmentId) ?? null
/** Records what was agreed to. */
export const agree = (enrolmentId: string, agreement: Agreement): void => void agreements.set(enrolmentId, agreement)
/** Forgets it: the text changed, or the person joined. */
export const forgetAgreement = (enrolmentId: string): void => void agreements.delete(enrolmentId)
