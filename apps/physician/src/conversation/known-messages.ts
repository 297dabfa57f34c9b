import type { ConversationPage, MessageView } from '@suixing/contracts'

/**
 * A fresh page with what was known before it: what was paged back to stays in front, what changed is the fresh one's. When
 * so much was said meanwhile that the two do not meet, the old part goes, for what stands between is not known.
 */
export const withKnown = (known: ConversationPage | null, fresh: ConversationPage): ConversationPage => {
  if (!known) return fresh
  const ids = new Set(fresh.messages.map(({ id }) => id))
  const before = known.messages.filter(({ id }) => !ids.has(id))
  const meets = before.length < known.messages.length
  if (!meets || before.length === 0) return fresh
  return { ...fresh, messages: [...before, ...fresh.messages], earlier: known.earlier }
}

/** The page with the messages before it in front. */
export const withEarlier = (
  page: ConversationPage,
  before: { messages: readonly MessageView[]; earlier: string | null },
): ConversationPage => {
  const ids = new Set(page.messages.map(({ id }) => id))
  const messages = [...before.messages.filter(({ id }) => !ids.has(id)), ...page.messages]
  return { ...page, messages, earlier: before.earlier }
}
