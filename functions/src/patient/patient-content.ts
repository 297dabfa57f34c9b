import type { PatientContent } from '@suixing/contracts'
import { enrolmentOf } from '../conversation/hand-over'
import { ApiError, forbidden } from '../platform/api-error'
import type { Product } from '../platform/product'
import { fillText } from '../programme/fill-text'

/** A content of a programme the patient takes part in. Another programme's is 403. */
export async function patientContent(
  product: Product,
  patientId: string,
  programmeId: string,
  id: string,
): Promise<PatientContent> {
  const { identities, staff } = product.repositories
  const enrolment = await enrolmentOf(product, patientId, programmeId)
  if (!enrolment) throw forbidden()
  const content = product.programmes.get(programmeId).definition.contents.find((one) => one.id === id)
  if (!content) throw new ApiError('not-found', 'no such content')
  const patient = await identities.patient(patientId)
  const physician = enrolment.responsiblePhysicianId ? await staff.byId(enrolment.responsiblePhysicianId) : null
  const { title, text, reviewedBy, source } = content
  return {
    id,
    title,
    text: fillText(text, {
      patientName: patient?.name ?? '',
      physicianName: physician?.name ?? '',
      physicianTitle: physician?.title ?? '',
    }),
    reviewedBy: reviewedBy ?? null,
    source: source ? { title: source.title, year: source.year ?? null } : null,
  }
}
