import type { Product } from '../platform/product'

/** How long after delivery a message of the patient still counts as the answer to a touchpoint. */
const ANSWER_WITHIN_MS = 24 * 3_600_000

export interface PatientAnswer {
  readonly patientId: string
  readonly messageId: string
  readonly at: string
}

/** Marks the touchpoints this message answers; true when there was one. The same message again, as after a crash, says the same. */
export async function noteAnswer(product: Product, { patientId, messageId, at }: PatientAnswer): Promise<boolean> {
  let noted = false
  for (const touchpoint of await product.repositories.touchpoints.ofPatient(patientId)) {
    if (touchpoint.state === 'answered' && touchpoint.reason.params['messageId'] === messageId) noted = true
    if (touchpoint.state !== 'delivered' && touchpoint.state !== 'handed-over') continue
    const sentAt = touchpoint.attempt?.at
    if (!sentAt || at < sentAt.slice(0, 19) || Date.parse(at) - Date.parse(sentAt) > ANSWER_WITHIN_MS) continue
    const changed = await product.repositories.touchpoints.transition(touchpoint, {
      to: 'answered',
      reason: { code: 'patient-answered', params: { messageId } },
      at: product.clock.instant(),
    })
    noted ||= changed !== null
  }
  return noted
}
