import type { KfWindow } from '@suixing/contracts'
import type { ConversationRow } from '@suixing/database'

/** Messages people and the assistant may send between two of the patient; the fifth is kept for hand-over and red-flag texts. */
const ORDINARY = 4

/** What people and the assistant may still send through kf now. */
export function kfWindowOf(conversation: Pick<ConversationRow, 'kf'> | null, now: string): KfWindow {
  const kf = conversation?.kf
  if (!kf?.closesAt) return { open: false, left: 0, closesAt: null }
  const open = kf.closesAt > now && !kf.client
  return { open, left: open ? Math.max(0, ORDINARY - kf.spent.length) : 0, closesAt: kf.closesAt }
}
