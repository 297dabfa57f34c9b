import type { MessageView, TimelineItem } from '@suixing/contracts'
import type { EnrolmentRow, ImportRow, MessageRow, PatientTagRow, TouchpointRow } from '@suixing/database'
import { reasonText } from '@suixing/followup'
import { stepOf } from '../followup/dispatch-due'
import { messageViews } from '../conversation/message-view'
import type { Product } from '../platform/product'

export interface TimelineSources {
  readonly enrolments: readonly EnrolmentRow[]
  readonly messages: readonly MessageRow[]
  readonly touchpoints: readonly TouchpointRow[]
  readonly tags: readonly PatientTagRow[]
  readonly imports: readonly ImportRow[]
}
const STATUS_TEXT: Record<string, { zh: string; en: string }> = {
  invited: { zh: '扫了联系码，已邀请', en: 'Scanned the contact code, invited' },
  enrolled: { zh: '同意并加入项目', en: 'Consented and enrolled' },
  withdrawn: { zh: '退出项目', en: 'Withdrew' },
  paused: { zh: '暂停随访', en: 'Paused' },
  completed: { zh: '完成项目', en: 'Completed' },
  lost: { zh: '失联', en: 'Lost' },
  deceased: { zh: '已故', en: 'Deceased' },
}

/** One line of everything that happened to a patient, newest first. Touchpoints that have not begun yet stand at their due instant only on their own page. */
export async function timeline(
  product: Product,
  { enrolments, messages, touchpoints, tags, imports }: TimelineSources,
): Promise<TimelineItem[]> {
  const views = new Map((await messageViews(product, messages, 'staff')).map((view) => [view.id, view]))
  const tagNames = new Map(
    product.programmes.all.flatMap(({ definition }) => definition.tags.map((tag) => [tag.id, tag.name] as const)),
  )
  const items: TimelineItem[] = [
    ...enrolments.flatMap((row) =>
      row.history.map(({ at, status }): TimelineItem => ({
        kind: 'event',
        id: `${row._id}.${status}`,
        at,
        type: status,
        text: STATUS_TEXT[status] ?? { zh: status, en: status },
      })),
    ),
    ...messages.flatMap((row) => messageItems(row, views.get(row._id))),
    ...touchpoints.flatMap((row) => touchpointItem(product, row)),
    ...tags.map((row): TimelineItem => ({
      kind: 'tag',
      id: row._id,
      at: row.since,
      name: tagNames.get(row.tagId) ?? row.tagId,
      change: row.present ? 'added' : 'removed',
      says: row.provenance.says,
    })),
    ...imports.map((row): TimelineItem => ({
      kind: 'import',
      id: row._id,
      at: row.at,
      taken: row.report.taken,
      fileName: row.report.fileName,
    })),
  ]
  return items.sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
}

/** A hand-over stands for the text that told the patient of it; a follow-up stands on its touchpoint's line. */
function messageItems(row: MessageRow, message: MessageView | undefined): TimelineItem[] {
  if (row.touchpointId || !message) return []
  if (!row.handOver) return [{ kind: 'message', id: row._id, at: row.at, message }]
  const { to, zh, en } = row.handOver
  return [{ kind: 'hand-over', id: `${row._id}.hand-over`, at: row.at, to, why: { zh, en } }]
}

function touchpointItem(product: Product, row: TouchpointRow): TimelineItem[] {
  const last = row.history.at(-1)
  if (row.state === 'planned' && row.history.length === 1) return []
  const title = stepOf(product, row)?.step.title ?? row.stepId
  return [
    {
      kind: 'touchpoint',
      id: row._id,
      at: last?.at ?? row.createdAt,
      title,
      state: row.state,
      reason: row.reason,
      reasonText: reasonText(row.reason),
      due: row.due,
    },
  ]
}
