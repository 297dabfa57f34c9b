import type { GlucoseView, PatientList, PatientRow as ListRow, ReadingPoint } from '@suixing/contracts'
import type { StaffRow } from '@suixing/database'
import type { Product } from '../platform/product'

/** The physician's own patients: red flags first, then those who wait, longest first; then by what happened last. */
export async function patientList(
  product: Product,
  physician: StaffRow,
  filter: 'waiting' | 'all',
  since: string | undefined,
): Promise<PatientList> {
  const now = product.clock.instant()
  const cursor = `${filter}.${physician.activity}`
  if (since === cursor) return { unchanged: true, rows: [], waiting: 0, total: 0, cursor, now }
  const { enrolments, identities, conversations, tags, messages } = product.repositories
  const all = await enrolments.ofPhysician(physician._id)
  const ids = all.map((row) => row.patientId)
  const people = new Map((await identities.patients(ids)).map((row) => [row._id, row]))
  const talks = new Map(
    (await conversations.ofPatients(ids)).map((row) => [`${row.programmeId}:${row.patientId}`, row]),
  )
  // Withdrawing ends our contacts, not a question that waits: it stays until a person has answered.
  const mine = all.filter(
    (row) => row.status !== 'withdrawn' || talks.get(`${row.programmeId}:${row.patientId}`)?.state === 'waiting',
  )
  const tagRows = await tags.ofPatients(ids)
  const year = Number(now.slice(0, 4))
  const rows = await Promise.all(
    mine.map(async (enrolment): Promise<ListRow & { lastActivityAt: string }> => {
      const patient = people.get(enrolment.patientId)
      const talk = talks.get(`${enrolment.programmeId}:${enrolment.patientId}`)
      const glucose = patient?.glucose as
        { latest: ReadingPoint | null; counts: GlucoseView['counts'] } | null | undefined
      const names = product.programmes.get(enrolment.programmeId).definition.tags
      const waits = talk?.state === 'waiting'
      const last = waits ? null : (await messages.ofPatient(enrolment.patientId, 1))[0]
      return {
        id: enrolment.patientId,
        name: patient?.name ?? '',
        gender: patient?.gender ?? 'unknown',
        age: patient?.birthYear ? year - patient.birthYear : null,
        status: enrolment.status,
        waitingSince: waits ? talk.waitingSince : null,
        urgent: waits && talk.waitingUrgent,
        why: waits
          ? `问：${talk.waitingFor ?? ''}`
          : (last?.text.replace(/\s+/g, ' ').slice(0, 60) ??
            (enrolment.status === 'invited' ? '已邀请，还没加入' : null)),
        latest: glucose?.latest ?? null,
        counts: glucose?.counts ?? null,
        tags: tagRows
          .filter((tag) => tag.enrolmentId === enrolment._id && tag.present)
          .map((tag) => names.find(({ id }) => id === tag.tagId)?.name ?? tag.tagId),
        lastActivityAt: patient?.lastActivityAt ?? enrolment.invitedAt,
      }
    }),
  )
  const waiting = rows
    .filter((row) => row.waitingSince !== null)
    .sort((a, b) => Number(b.urgent) - Number(a.urgent) || (a.waitingSince ?? '').localeCompare(b.waitingSince ?? ''))
  const others = rows
    .filter((row) => row.waitingSince === null)
    .sort((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt))
  const shown = filter === 'waiting' ? waiting : [...waiting, ...others]
  return {
    unchanged: false,
    rows: shown.map(({ lastActivityAt: _, ...row }) => row),
    waiting: waiting.length,
    total: rows.length,
    cursor,
    now,
  }
}
