import type { BodyOf, EnrolmentOffer } from '@suixing/contracts'
import type { EnrolmentRow } from '@suixing/database'
import { localMoment } from '@suixing/followup'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'

/** All a person needs to decide and to fill in. */
export function enrolmentOffer(product: Product, enrolment: EnrolmentRow): EnrolmentOffer {
  const { definition } = product.programmes.get(enrolment.programmeId)
  const { id, name, organisation, department, consent, profile, preferredHours } = definition
  return {
    enrolmentId: enrolment._id,
    programme: { id, name, organisation, department },
    consent,
    therapies: profile.therapies,
    preferredHours,
    diagnosisYears: { from: profile.earliestDiagnosisYear, to: thisYear(product) },
  }
}

const thisYear = (product: Product): number =>
  Number(localMoment(product.clock.instant(), 'Asia/Shanghai').date.slice(0, 4))

/**
 * Enrols: profile and preferences first, then consent and status in one write, which is what counts.
 * The same request again is the same enrolment; a crash between leaves the patient invited and the form can be sent again.
 */
export async function enrolPatient(product: Product, enrolment: EnrolmentRow, request: BodyOf<'enrol'>): Promise<void> {
  const { identities, enrolments, agenda, staff } = product.repositories
  check(product, enrolment, request)
  const at = product.clock.instant()
  if (enrolment.status !== 'enrolled') {
    // Before anything is written: a form sent after the end changes nothing.
    if (enrolment.status !== 'invited') throw isOver()
    await identities.setProfile(enrolment.patientId, {
      profile: request.profile,
      preferences: request.preferences as never,
    })
    const enrolled = await enrolments.enrol(enrolment._id, request.consent, at)
    if (!enrolled && (await enrolments.byId(enrolment._id))?.status !== 'enrolled') throw isOver()
  }
  await identities.touch(enrolment.patientId, at)
  if (enrolment.responsiblePhysicianId) await staff.touch(enrolment.responsiblePhysicianId)
  await agenda.wake(enrolment.patientId, at)
  await product.nudge('patients')
}

const isOver = (): ApiError => new ApiError('conflict', 'this enrolment is over', { hint: 'ask the care team' })

function check(product: Product, enrolment: EnrolmentRow, { consent, profile, preferences }: BodyOf<'enrol'>): void {
  const { definition } = product.programmes.get(enrolment.programmeId)
  if (consent.version !== definition.consent.version)
    throw new ApiError('consent-outdated', 'the consent text has a newer version', {
      field: 'body.consent.version',
      hint: 'read the new version',
    })
  const missing = definition.consent.scopes.find((scope) => scope.required && !consent.scopes.includes(scope.id))
  if (missing) throw new ApiError('bad-request', 'a required consent is missing', { field: 'body.consent.scopes' })
  const { earliestDiagnosisYear, therapies } = definition.profile
  if (profile.diagnosisYear < earliestDiagnosisYear || profile.diagnosisYear > thisYear(product))
    throw new ApiError('bad-request', 'not a possible year', { field: 'body.profile.diagnosisYear' })
  if (!therapies.some(({ id }) => id === profile.therapy))
    throw new ApiError('bad-request', 'not a therapy of this programme', { field: 'body.profile.therapy' })
  if (!definition.preferredHours.some(({ id }) => id === preferences.hour))
    throw new ApiError('bad-request', 'not an hour of this programme', { field: 'body.preferences.hour' })
}
