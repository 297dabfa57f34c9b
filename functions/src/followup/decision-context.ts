import type { PatientRow, EnrolmentRow, StaffRow } from '@suixing/database'
import { fillContents } from '@suixing/followup'
import type { ChannelState, EnrolmentContext } from '@suixing/followup'
import { conversationId } from '../conversation/conversation-id'
import type { Product } from '../platform/product'
import { factsOf } from './facts'

/** Everything `decide` must know of one enrolment. */
export async function enrolmentContext(
  product: Product,
  patient: PatientRow,
  enrolment: EnrolmentRow,
): Promise<EnrolmentContext> {
  const { definition } = product.programmes.get(enrolment.programmeId)
  const physician: StaffRow | null = enrolment.responsiblePhysicianId
    ? await product.repositories.staff.byId(enrolment.responsiblePhysicianId)
    : null
  const hour = definition.preferredHours.find(({ id }) => id === patient.preferences?.hour)
  return {
    status: enrolment.status,
    consent: enrolment.consent,
    currentConsentVersion: definition.consent.version,
    quietHours: definition.quietHours,
    preferredHour: hour ? { from: hour.from, to: hour.to } : null,
    facts: factsOf(patient, enrolment),
    messages: fillContents(definition.contents, {
      patientName: patient.name,
      physicianName: physician?.name ?? definition.department,
      physicianTitle: physician?.title ?? '',
    }),
    channels: { kf: await kfState(product, enrolment) },
  }
}

async function kfState(product: Product, enrolment: EnrolmentRow): Promise<ChannelState> {
  const conversation = await product.repositories.conversations.byId(
    conversationId(enrolment.programmeId, enrolment.patientId),
  )
  const kf = conversation?.kf
  if (!kf?.closesAt) return { usable: false, reason: { code: 'kf-never-written', params: {} } }
  if (kf.client) return { usable: false, reason: { code: 'kf-in-client', params: {} } }
  if (kf.closesAt <= product.clock.instant()) return { usable: false, reason: { code: 'kf-window-closed', params: {} } }
  return { usable: true, left: Math.max(0, 4 - kf.spent.length), until: kf.closesAt }
}
