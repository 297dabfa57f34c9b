import type { BodyOf } from '@suixing/contracts'
import type { Agreement } from './agreement'
import type { EnrolmentDraft } from './draft'

/** The first question still open, in the order of the pages. */
export type Open = 'hour' | 'diagnosisYear' | 'family' | 'therapy'

/** What is still to answer; null when the request can be made. */
export const firstOpen = (draft: EnrolmentDraft): Open | null => {
  if (draft.hour === null) return 'hour'
  if (draft.diagnosisYear === null) return 'diagnosisYear'
  if (draft.family.notify && draft.family.name.trim() === '') return 'family'
  if (draft.therapy === null) return 'therapy'
  return null
}

/** The one request that joins: consent, profile and preferences together. Null while something is open. */
export const enrolRequest = (agreement: Agreement, draft: EnrolmentDraft): BodyOf<'enrol'> | null => {
  const { hour, channel, diagnosisYear, therapy, family } = draft
  if (hour === null || diagnosisYear === null || therapy === null || firstOpen(draft) !== null) return null
  return {
    consent: agreement,
    profile: { diagnosisYear, therapy },
    preferences: {
      hour,
      channel,
      family: family.notify ? { name: family.name.trim(), relation: family.relation, notify: true } : null,
    },
  }
}
