import type { PatientMe } from '@suixing/contracts'
import type { EnrolmentRow } from '@suixing/database'
import { localMoment } from '@suixing/followup'
import { ApiError, forbidden } from '../platform/api-error'
import type { Product } from '../platform/product'
import type { Principal } from '../platform/session'

/** The patient behind a session. Throws identity-not-linked when WeChat told us nobody we know. */
export function patientIdOf(who: Principal | null): string {
  if (who?.kind !== 'patient') throw forbidden()
  if (!who.patientId)
    throw new ApiError('identity-not-linked', 'no patient is linked to this WeChat user', {
      hint: 'scan the contact code of a physician first',
    })
  return who.patientId
}

/** The enrolment, if it is this patient's own. */
export async function ownEnrolment(product: Product, patientId: string, id: string): Promise<EnrolmentRow> {
  const enrolment = await product.repositories.enrolments.byId(id)
  if (enrolment?.patientId !== patientId) throw forbidden()
  return enrolment
}

/** Throws bad-request when no programme of this patient offers the hour. */
export async function checkHour(product: Product, patientId: string, hour: string): Promise<void> {
  const rows = await product.repositories.enrolments.ofPatient(patientId)
  const offered = rows.flatMap((row) => product.programmes.get(row.programmeId).definition.preferredHours)
  if (!offered.some(({ id }) => id === hour))
    throw new ApiError('bad-request', 'not an hour of this programme', { field: 'body.hour' })
}

/** What the patient app knows of its user. */
export async function patientMe(product: Product, patientId: string): Promise<PatientMe> {
  const patient = await product.repositories.identities.patient(patientId)
  if (!patient) throw forbidden()
  const rows = await product.repositories.enrolments.ofPatient(patientId)
  return {
    patient: { id: patient._id, name: patient.name, timeZone: patient.timeZone },
    enrolments: await Promise.all(rows.map((row) => enrolmentView(product, row, patient.timeZone))),
    preferences: patient.preferences,
    profile: patient.profile,
    optOuts: patient.optOuts,
    now: product.clock.instant(),
  }
}

async function enrolmentView(
  product: Product,
  row: EnrolmentRow,
  timeZone: string,
): Promise<PatientMe['enrolments'][number]> {
  const { id, name, organisation, department } = product.programmes.get(row.programmeId).definition
  const physician = row.responsiblePhysicianId
    ? await product.repositories.staff.byId(row.responsiblePhysicianId)
    : null
  return {
    id: row._id,
    programme: { id, name, organisation, department },
    status: row.status,
    physician: physician ? { id: physician._id, name: physician.name, title: physician.title } : null,
    enrolledAt: row.enrolledAt,
    dayNumber: row.enrolledAt ? dayNumber(row.enrolledAt, product.clock.instant(), timeZone) : null,
    consentVersion: row.consent?.version ?? null,
  }
}

/** 1 on the local day of enrolment. */
export function dayNumber(since: string, now: string, timeZone: string): number {
  const day = (instant: string): number => Date.parse(`${localMoment(instant, timeZone).date}T00:00:00.000Z`)
  return Math.round((day(now) - day(since)) / 86_400_000) + 1
}
