import type { AnswerOf } from '@suixing/contracts'
import type { Call } from '../platform/serve'
import type { Product } from '../platform/product'

type Query = Call<'consolePatients'>['query']
type Page = AnswerOf<'consolePatients'>

/** How many enrolments one page may look through when a search leaves most of them out. */
const LOOKED_THROUGH = 2_000

/** Patients of a programme, by enrolment id; `next` goes on where the page ended. */
export async function patientRows(product: Product, query: Query): Promise<Page> {
  const programmeId = query.programmeId ?? product.programmes.all[0]?.definition.id ?? ''
  const { enrolments } = product.repositories
  const counts = await enrolments.countByStatus(programmeId)
  const total = query.status ? (counts[query.status] ?? 0) : Object.values(counts).reduce((sum, n) => sum + n, 0)
  const rows: Page['rows'] = []
  let after = query.after ?? null
  let next: string | null = null
  for (let looked = 0; looked < LOOKED_THROUGH;) {
    const batch = await enrolments.ofProgramme(programmeId, query.status ?? null, after, 200)
    const views = await viewsOf(
      product,
      programmeId,
      batch.map((row) => row._id),
      query,
    )
    for (const view of views) {
      if (rows.length === query.limit) {
        next = rows.at(-1)?.enrolmentId ?? null
        return { rows, next, total }
      }
      rows.push(view)
    }
    looked += batch.length
    after = batch.at(-1)?._id ?? null
    if (batch.length < 200) break
    next = after
  }
  return { rows, next: rows.length === query.limit ? next : null, total }
}

async function viewsOf(
  product: Product,
  programmeId: string,
  ids: readonly string[],
  { q, needs }: Query,
): Promise<Page['rows']> {
  const { enrolments, identities, conversations, touchpoints, tags, staff } = product.repositories
  const rows = await enrolments.byIds(ids)
  const patientIds = rows.map((row) => row.patientId)
  const people = new Map((await identities.patients(patientIds)).map((row) => [row._id, row]))
  const talks = (await conversations.ofPatients(patientIds)).filter((row) => row.programmeId === programmeId)
  const planned = await touchpoints.ofPatients(patientIds)
  const tagRows = await tags.ofPatients(patientIds)
  const physicians = new Map(
    (await staff.byIds(rows.flatMap((row) => row.responsiblePhysicianId ?? []))).map((row) => [row._id, row.name]),
  )
  const { definition } = product.programmes.get(programmeId)
  return rows.flatMap((row) => {
    const patient = people.get(row.patientId)
    const talk = talks.find((candidate) => candidate.patientId === row.patientId)
    const mine = planned.filter((touchpoint) => touchpoint.enrolmentId === row._id)
    const ownTags = tagRows.filter((tag) => tag.enrolmentId === row._id)
    if (!patient || (q && !patient.name.includes(q))) return []
    const needed = {
      'waiting-reply': talk?.state === 'waiting',
      'uncertain-touchpoint': mine.some(({ state }) => state === 'uncertain'),
      'failed-touchpoint': mine.some(({ state }) => state === 'failed'),
      'touchpoint-for-person': mine.some(({ state }) => state === 'handed-over'),
      'tag-not-written': ownTags.some(({ wecom }) => wecom.state === 'failed'),
    }
    if (needs && !needed[needs]) return []
    const next = mine
      .filter(({ state }) => state === 'planned' || state === 'due')
      .sort((a, b) => a.due.localeCompare(b.due))[0]
    return [
      {
        id: patient._id,
        enrolmentId: row._id,
        name: patient.name,
        status: row.status,
        physician: row.responsiblePhysicianId ? (physicians.get(row.responsiblePhysicianId) ?? null) : null,
        tags: ownTags
          .filter(({ present }) => present)
          .map(({ tagId }) => definition.tags.find(({ id }) => id === tagId)?.name ?? tagId),
        conversation: talk?.state ?? null,
        nextTouchpoint: next?.due ?? null,
        lastActivityAt: patient.lastActivityAt,
      },
    ]
  })
}
