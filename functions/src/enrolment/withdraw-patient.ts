import type { EnrolmentRow } from '@suixing/database'
import type { Product } from '../platform/product'

/** Ends an enrolment at the patient's wish; planned touchpoints are cancelled with the reason. Twice is once. */
export async function withdrawPatient(product: Product, enrolment: EnrolmentRow): Promise<void> {
  const at = product.clock.instant()
  await product.repositories.enrolments.withdraw(enrolment._id, 'patient-withdrew', at)
  await product.repositories.identities.touch(enrolment.patientId, at)
  if (enrolment.responsiblePhysicianId) await product.repositories.staff.touch(enrolment.responsiblePhysicianId)
  await product.repositories.agenda.wake(enrolment.patientId, at)
  await product.nudge('patients')
}
