import type { MessageView } from '@suixing/contracts'

/** Old and new messages as one list, oldest first; a message that came again replaces itself (it went on, or was recalled). */
export const mergeMessages = (old: readonly MessageView[], fresh: readonly MessageView[]): readonly MessageView[] => {
  if (fresh.length === 0) return old
  const byId = new Map(old.map((message) => [message.id, message]))
  for (const message of fresh) byId.set(message.id, message)
  return [...byId.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
