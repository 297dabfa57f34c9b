import type { ConsolePatientPage, TouchpointView } from '@suixing/contracts'
import type { EnrolmentRow, TouchpointRow } from '@suixing/database'
import { reasonText } from '@suixing/followup'
import { kfWindowOf } from '../conversation/kf-window-view'
import { stepOf } from '../followup/dispatch-due'
import { messageViews } from '../conversation/message-view'
import { timeline } from '../physician/timeline'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'
import { staffView } from '../sign-in/staff-sign-in'

const MESSAGES = 200

/** Everything known of one patient, with provenance and reasons. */
export async function consolePatientPage(product: Product, patientId: string): Promise<ConsolePatientPage> {
  const { identities, enrolments, tags, touchpoints, conversations, messages, readings } = product.repositories
  const patient = await identities.patient(patientId)
  if (!patient) throw new ApiError('not-found', 'no such patient')
  const enrolmentRows = await enrolments.ofPatient(patientId)
  const tagRows = await tags.ofPatient(patientId)
  const touchpointRows = await touchpoints.ofPatient(patientId)
  const messageRows = await messages.ofPatient(patientId, MESSAGES)
  const imports = await readings.importsOf(patientId)
  const talk = (await conversations.ofPatient(patientId))[0] ?? null
  const definitions = product.programmes.all.flatMap(({ definition }) => definition.tags)
  const therapies = product.programmes.all.flatMap(({ definition }) => definition.profile.therapies)
  const now = product.clock.instant()
  return {
    id: patient._id,
    name: patient.name,
    timeZone: patient.timeZone,
    enrolments: await Promise.all(enrolmentRows.map((row) => enrolmentView(product, row))),
    profile: {
      diagnosisYear: patient.profile?.diagnosisYear ?? null,
      therapy: therapies.find(({ id }) => id === patient.profile?.therapy)?.label ?? null,
    },
    preferences: patient.preferences,
    optOuts: patient.optOuts,
    identities: (await identities.linksOf(patientId)).map(({ kind, since }) => ({ kind, since })),
    tags: tagRows
      .filter((row) => row.present)
      .map((row) => {
        const definition = definitions.find(({ id }) => id === row.tagId)
        const { state, at, why } = row.wecom
        return {
          id: row.tagId,
          name: definition?.name ?? row.tagId,
          group: definition?.group ?? '',
          since: row.since,
          provenance: row.provenance,
          wecom: { state, at, why },
        }
      }),
    touchpoints: touchpointRows.map((row) => touchpointView(product, row)),
    conversation: talk ? { id: talk._id, state: talk.state, window: kfWindowOf(talk, now) } : null,
    messages: await messageViews(product, [...messageRows].reverse(), 'staff'),
    timeline: await timeline(product, {
      enrolments: enrolmentRows,
      messages: messageRows,
      touchpoints: touchpointRows,
      tags: tagRows,
      imports,
    }),
    imports: imports.map(({ report, at, by }) => ({ ...report, at, by })),
    now,
  }
}

/** Why an enrolment changed, in the words of the ward. */
const STATUS_WHY: Record<string, string> = {
  'scanned-contact-way': '扫了医生的联系码',
  'patient-consented': '患者看过同意书并加入',
  'patient-withdrew': '患者自己退出',
  'patient-came-back': '患者想重新加入',
}

async function enrolmentView(product: Product, row: EnrolmentRow): Promise<ConsolePatientPage['enrolments'][number]> {
  const physician = row.responsiblePhysicianId
    ? await product.repositories.staff.byId(row.responsiblePhysicianId)
    : null
  return {
    id: row._id,
    programmeId: row.programmeId,
    programmeName: product.programmes.get(row.programmeId).definition.name,
    status: row.status,
    physician: physician ? staffView(physician) : null,
    consent: row.consent ? { version: row.consent.version, scopes: row.consent.scopes, at: row.consent.at } : null,
    history: row.history.map((step) => ({ ...step, why: STATUS_WHY[step.why] ?? step.why })),
  }
}

/** A touchpoint with its whole history in words. */
export function touchpointView(product: Product, row: TouchpointRow): TouchpointView {
  const found = stepOf(product, row)
  return {
    id: row._id,
    planId: row.planId,
    planVersion: row.planVersion,
    planTitle: found?.plan.title ?? row.planId,
    stepId: row.stepId,
    stepTitle: found?.step.title ?? row.stepId,
    ordinal: row.ordinal,
    topic: row.topic,
    due: row.due,
    state: row.state,
    reason: row.reason,
    reasonText: reasonText(row.reason),
    ...(row.channel ? { channel: row.channel } : {}),
    history: row.history.map((step) => ({ ...step, text: reasonText(step.reason) })),
    ...(row.gates ? { gates: row.gates } : {}),
  }
}
