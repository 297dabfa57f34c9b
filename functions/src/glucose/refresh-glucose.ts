import type { Product } from '../platform/product'
import { glucoseView } from './glucose-view'

/** After readings changed: what lists show of this patient, the screens' cursors, and the rules that look at readings. */
export async function refreshGlucose(product: Product, patientId: string): Promise<void> {
  const { identities, agenda, enrolments, staff } = product.repositories
  const view = await glucoseView(product, patientId, 14)
  const at = product.clock.instant()
  await identities.setGlucose(patientId, { latest: view.latest, counts: view.counts })
  await identities.touch(patientId, at)
  for (const enrolment of await enrolments.ofPatient(patientId))
    if (enrolment.responsiblePhysicianId) await staff.touch(enrolment.responsiblePhysicianId)
  await agenda.wake(patientId, at)
  await product.nudge('patients')
}
