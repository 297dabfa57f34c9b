import type { PatientToday } from '@suixing/contracts'
import type { TouchpointRow } from '@suixing/database'
import { decide } from '@suixing/followup'
import { asDue, stepOf } from '../followup/dispatch-due'
import { messageViews } from '../conversation/message-view'
import { enrolmentContext } from '../followup/decision-context'
import { zonedClock } from '@suixing/glucose/files'
import { pointOf } from '../glucose/glucose-view'
import type { Product } from '../platform/product'

/** Home of the patient app: the last reading, what comes next, the last word of a person. */
export async function patientToday(product: Product, patientId: string): Promise<PatientToday> {
  const { identities, readings, touchpoints, messages, conversations } = product.repositories
  const patient = await identities.patient(patientId)
  const clock = zonedClock(patient?.timeZone ?? 'Asia/Shanghai')
  const latest = await readings.latest(patientId)
  const next = (await touchpoints.ofPatient(patientId)).find((row) => row.state === 'planned' || row.state === 'due')
  const step = next ? stepOf(product, next)?.step : undefined
  const reply = (await messages.ofPatient(patientId, 50)).find(
    (row) => row.author.kind === 'staff' && row.state === 'sent' && row.channel !== 'note' && row.recalledAt === null,
  )
  const [shown] = await messageViews(product, reply ? [reply] : [], 'patient')
  const waiting = (await conversations.ofPatient(patientId)).some((row) => row.state === 'waiting')
  return {
    latestReading: latest && clock ? pointOf(latest, clock) : null,
    next: next && step ? { touchpointId: next._id, title: step.title, due: await willCome(product, next) } : null,
    reply: shown ?? null,
    waitingForPerson: waiting,
  }
}

/** When a planned touchpoint will come as things stand: what `decide` will say at its due instant, as far as that is a later hour. */
async function willCome(product: Product, row: TouchpointRow): Promise<string> {
  const { identities, enrolments } = product.repositories
  const patient = await identities.patient(row.patientId)
  const enrolment = await enrolments.byId(row.enrolmentId)
  if (!patient || !enrolment) return row.due
  const contexts = new Map([[enrolment._id, await enrolmentContext(product, patient, enrolment)]])
  const due = asDue(product, row, contexts)
  if (!due) return row.due
  const context = { timeZone: patient.timeZone, optOuts: patient.optOuts, enrolments: contexts }
  const [decided] = decide([due], context, row.due)
  return decided?.decision.kind === 'defer' ? decided.decision.until : row.due
}
