import type { ConversationPage, EscalationView, HandOverView, PatientSummary } from '@suixing/contracts'
import type { GlucoseView, ReadingPoint } from '@suixing/contracts'
import type { ConversationRow, EscalationRow, HandOverRow, StaffRow } from '@suixing/database'
import { isOnDuty } from '@suixing/followup'
import { teamOf } from '../duty/duty-of'
import type { Team } from '../duty/duty-of'
import { dayNumber } from '../patient/patient-me'
import type { Product } from '../platform/product'
import { fillText } from '../programme/fill-text'
import { announcementsLeft } from './announce-reply'
import { conversationRows } from './conversation-rows'
import { enrolmentOf } from './hand-over'
import { macrosOf } from './macros'
import { messageViews } from './message-view'
import { NOBODY_YET } from './queue-in-client'
import { beforeOf, cursorAfter } from './page-cursor'

const PAGE = 100

/** One conversation for one reader, with all that is needed to answer it. */
export async function conversationPage(
  product: Product,
  row: ConversationRow,
  reader: StaffRow,
  { since, before }: { since?: string | undefined; before?: string | undefined },
): Promise<ConversationPage> {
  const now = product.clock.instant()
  // The window closes by time alone, which no activity announces.
  const isOpen = (row.kf?.closesAt ?? '') > now
  const cursor = `${row.activity}.${isOpen ? 1 : 0}`
  if (since === cursor && !before) return unchanged(cursor, now)
  const { messages, handOvers, escalations } = product.repositories
  const from = beforeOf(before)
  const rows = await messages.ofConversation(row._id, PAGE + 1, from)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const team = await teamOf(product, row.programmeId)
  const [latestHandOver] = await handOvers.ofConversation(row._id, 1)
  const [latestEscalation] = await escalations.ofConversation(row._id, 1)
  const { definition } = product.programmes.get(row.programmeId)
  const values = await variables(product, row, reader)
  return {
    unchanged: false,
    cursor,
    now,
    conversation: (await conversationRows(product, [row], reader))[0] ?? null,
    summary: await summaryOf(product, row),
    messages: await messageViews(product, [...shown].reverse(), 'staff'),
    earlier: rows.length > PAGE && last ? cursorAfter(last) : null,
    readUpTo: { patient: row.readByPatient, team: row.readByTeam },
    handOver: latestHandOver ? handOverView(latestHandOver, team) : null,
    escalation: latestEscalation ? escalationView(latestEscalation, team) : null,
    client: row.kf?.client ? { name: clientName(row.kf.client.userid, team) } : null,
    subscribeCredits: await announcementsLeft(product, row.patientId),
    team: team.duty.members.map((member) => ({
      id: member.staffId,
      name: member.name,
      title: team.people.get(member.staffId)?.title ?? '',
      role: member.role,
      onDuty: isOnDuty(team.duty, member, now),
      open: member.open,
    })),
    quickReplies: (await macrosOf(product, row.programmeId)).map(({ id, title, text }) => ({
      id,
      title,
      text: fillText(text, values),
    })),
    contents: definition.contents.map(({ id, title, text }) => ({ id, title, text: fillText(text, values) })),
  }
}

const unchanged = (cursor: string, now: string): ConversationPage => ({
  unchanged: true,
  cursor,
  now,
  conversation: null,
  summary: null,
  messages: [],
  earlier: null,
  readUpTo: { patient: null, team: null },
  handOver: null,
  escalation: null,
  client: null,
  subscribeCredits: 0,
  team: [],
  quickReplies: [],
  contents: [],
})

async function variables(
  product: Product,
  row: ConversationRow,
  reader: StaffRow,
): Promise<Readonly<Record<string, string>>> {
  const { identities, staff } = product.repositories
  const patient = row.patientId ? await identities.patient(row.patientId) : null
  const enrolment = row.patientId ? await enrolmentOf(product, row.patientId, row.programmeId) : null
  const physician = enrolment?.responsiblePhysicianId ? await staff.byId(enrolment.responsiblePhysicianId) : null
  return {
    patientName: patient?.name ?? '',
    physicianName: physician?.name ?? '',
    physicianTitle: physician?.title ?? '',
    staffName: reader.name,
    staffTitle: reader.title,
  }
}

async function summaryOf(product: Product, row: ConversationRow): Promise<PatientSummary | null> {
  const { identities, staff, tags } = product.repositories
  const patient = row.patientId ? await identities.patient(row.patientId) : null
  const enrolment = row.patientId ? await enrolmentOf(product, row.patientId, row.programmeId) : null
  if (!patient || !enrolment) return null
  const { definition } = product.programmes.get(row.programmeId)
  const glucose = patient.glucose as { latest: ReadingPoint | null; counts: GlucoseView['counts'] } | null
  const physician = enrolment.responsiblePhysicianId ? await staff.byId(enrolment.responsiblePhysicianId) : null
  const present = (await tags.ofPatient(patient._id)).filter((tag) => tag.enrolmentId === enrolment._id && tag.present)
  return {
    status: enrolment.status,
    dayNumber: enrolment.enrolledAt ? dayNumber(enrolment.enrolledAt, product.clock.instant(), patient.timeZone) : null,
    diagnosisYear: patient.profile?.diagnosisYear ?? null,
    therapy: definition.profile.therapies.find(({ id }) => id === patient.profile?.therapy)?.label ?? null,
    physician: physician ? `${physician.name} ${physician.title}` : null,
    tags: present.map(({ tagId }) => definition.tags.find(({ id }) => id === tagId)?.name ?? tagId),
    latest: glucose?.latest ?? null,
    counts: glucose?.counts ?? null,
  }
}

const nameOf = (id: string | null, { people }: Team): string | null => (id ? (people.get(id)?.name ?? id) : null)
const clientName = (userid: string, { people }: Team): string =>
  userid === NOBODY_YET ? '等人接入' : ([...people.values()].find((person) => person.userid === userid)?.name ?? userid)

const handOverView = (row: HandOverRow, team: Team): HandOverView => ({
  id: row._id,
  because: row.because,
  urgent: row.urgent,
  at: row.at,
  question: row.question,
  acknowledgedAt: row.acknowledgedAt,
  acknowledgedBy: nameOf(row.acknowledgedBy, team),
  firstReplyAt: row.firstReplyAt,
  closedAt: row.closedAt,
  satisfaction: row.satisfaction?.score ?? null,
})

function escalationView(row: EscalationRow, team: Team): EscalationView {
  const calls = new Map<string, EscalationView['told'][number]>()
  for (const { at, rung, staffId, state, reason } of row.told) {
    const call = calls.get(`${at}.${rung}`) ?? { at, names: [], why: { zh: reason.zh, en: reason.en } }
    call.names.push(`${nameOf(staffId, team)}${state === 'not-sent' ? '（没送到）' : ''}`)
    calls.set(`${at}.${rung}`, call)
  }
  return {
    startedAt: row.startedAt,
    told: [...calls.values()],
    nextAt: row.nextAt,
    acknowledgedAt: row.acknowledgedAt,
    acknowledgedBy: nameOf(row.acknowledgedBy, team),
  }
}
