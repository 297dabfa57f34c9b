import type { EnrolmentRow, PatientRow } from '@suixing/database'
import type { Facts } from '@suixing/followup'

/** What is known of an enrolment now, under the names rules may use. */
export function factsOf(patient: PatientRow, enrolment: EnrolmentRow): Facts {
  const latest = (patient.glucose as { latest?: { at?: string } } | null)?.latest?.at
  return {
    status: enrolment.status,
    gender: patient.gender,
    therapy: patient.profile?.therapy,
    diagnosisYear: patient.profile?.diagnosisYear,
    // Only the year is known: its first day stands for it.
    diagnosedAt: patient.profile ? { instant: `${patient.profile.diagnosisYear}-01-01T00:00:00.000Z` } : undefined,
    enrolledAt: enrolment.enrolledAt ? { instant: enrolment.enrolledAt } : undefined,
    lastReadingAt: latest ? { instant: latest } : undefined,
  }
}
