import type { PatientPage } from '@suixing/contracts'
import type { StaffRow } from '@suixing/database'
import { kfWindowOf } from '../conversation/kf-window-view'
import { glucoseView } from '../glucose/glucose-view'
import { forbidden } from '../platform/api-error'
import type { Product } from '../platform/product'
import { macrosOf } from '../conversation/macros'
import { fillText } from '../programme/fill-text'
import { timeline } from './timeline'

const MESSAGES = 100

/** One patient for the responsible physician: profile, tags, glucose, timeline and what may still be sent. Somebody else's patient is 403. */
export async function patientPage(
  product: Product,
  physician: StaffRow,
  patientId: string,
  since: string | undefined,
): Promise<PatientPage> {
  const { enrolments, identities, conversations, messages, touchpoints, tags, readings } = product.repositories
  const rows = await enrolments.ofPatient(patientId)
  const enrolment = rows.find((row) => row.responsiblePhysicianId === physician._id)
  const patient = enrolment ? await identities.patient(patientId) : null
  if (!enrolment || !patient) throw forbidden()
  const now = product.clock.instant()
  const talk =
    (await conversations.ofPatient(patientId)).find((row) => row.programmeId === enrolment.programmeId) ?? null
  const window = kfWindowOf(talk, now)
  // The window closes by time alone, which no activity announces.
  const cursor = `${patient.activity}.${window.open ? 1 : 0}`
  if (since === cursor) return { unchanged: true, cursor, now, patient: null, glucose: null, timeline: [] }
  const { definition } = product.programmes.get(enrolment.programmeId)
  const tagRows = await tags.ofPatient(patientId)
  const therapy = definition.profile.therapies.find(({ id }) => id === patient.profile?.therapy)
  return {
    unchanged: false,
    cursor,
    now,
    patient: {
      id: patient._id,
      name: patient.name,
      gender: patient.gender,
      age: patient.birthYear ? Number(now.slice(0, 4)) - patient.birthYear : null,
      diagnosisYear: patient.profile?.diagnosisYear ?? null,
      therapy: therapy?.label ?? null,
      status: enrolment.status,
      tags: tagRows
        .filter((tag) => tag.present)
        .map((tag) => ({
          id: tag.tagId,
          name: definition.tags.find(({ id }) => id === tag.tagId)?.name ?? tag.tagId,
          says: tag.provenance.says,
          since: tag.since,
        })),
      conversation: talk?.state ?? 'assistant',
      conversationId: talk?._id ?? null,
      waitingSince: talk?.waitingSince ?? null,
      window,
      quickReplies: (await macrosOf(product, enrolment.programmeId)).map(({ text }) =>
        fillText(text, { patientName: patient.name, physicianName: physician.name, physicianTitle: physician.title }),
      ),
    },
    glucose: await glucoseView(product, patientId, 14),
    timeline: await timeline(product, {
      enrolments: [enrolment],
      messages: await messages.ofPatient(patientId, MESSAGES),
      touchpoints: await touchpoints.ofPatient(patientId),
      tags: tagRows,
      imports: await readings.importsOf(patientId),
    }),
  }
}
