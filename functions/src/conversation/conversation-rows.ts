import type { ConversationRow as RowView } from '@suixing/contracts'
import { readUpTo } from '@suixing/database'
import type { ConversationRow, StaffRow } from '@suixing/database'
import type { Product } from '../platform/product'
import { kfWindowOf } from './kf-window-view'

/** Lines of an inbox for one reader. */
export async function conversationRows(
  product: Product,
  rows: readonly ConversationRow[],
  reader: StaffRow,
): Promise<RowView[]> {
  const { identities, staff, messages } = product.repositories
  const patientIds = rows.flatMap(({ patientId }) => patientId ?? [])
  const people = new Map((await identities.patients(patientIds)).map((row) => [row._id, row]))
  const assignees = rows.flatMap(({ assignedTo }) => assignedTo ?? [])
  const team = new Map((await staff.byIds(assignees)).map((row) => [row._id, row]))
  const now = product.clock.instant()
  return Promise.all(
    rows.map(async (row): Promise<RowView> => {
      const patient = row.patientId ? people.get(row.patientId) : undefined
      const assignee = row.assignedTo ? team.get(row.assignedTo) : undefined
      const isUnread = row.unreadFor.includes(reader._id)
      return {
        id: row._id,
        patient: patient
          ? {
              id: patient._id,
              name: patient.name,
              gender: patient.gender,
              age: patient.birthYear ? Number(now.slice(0, 4)) - patient.birthYear : null,
            }
          : null,
        programme: {
          id: row.programmeId,
          name: product.programmes.find(row.programmeId)?.definition.name ?? row.programmeId,
        },
        state: row.state,
        urgent: row.waitingUrgent,
        waitingSince: row.waitingSince,
        waitingFor: row.waitingFor,
        because: row.because,
        assignedTo: assignee ? { id: assignee._id, name: assignee.name, title: assignee.title } : null,
        unread: isUnread ? await messages.countOfPatientSince(row._id, readUpTo(row, reader._id) ?? '') : 0,
        last: row.last ? { at: row.last.at, author: row.last.author, text: shown(row.last) } : null,
        labels: row.labels,
        snoozedUntil: row.snoozedUntil,
        window: kfWindowOf(row, now),
      }
    }),
  )
}

/** Without the line that says in WeChat who speaks. */
const shown = ({ author, text }: NonNullable<ConversationRow['last']>): string =>
  (author.kind === 'staff' ? text.replace(/^[^\n]*：\n/, '') : text.replace(/^「[^」\n]*」\n/, '')).replace(/\s+/g, ' ')
