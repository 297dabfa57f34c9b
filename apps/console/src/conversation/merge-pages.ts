import type { ConversationPage, MessageView } from '@suixing/contracts'

/**
 * The newest page over what was read before: what had already fallen off the last hundred, or had been paged back to,
 * stays. When the two no longer touch, only the newest page stands, for a gap must not look like a whole conversation.
 */
export function newestOver(before: ConversationPage, after: ConversationPage): ConversationPage {
  const known = new Set(after.messages.map(({ id }) => id))
  const touches = before.messages.some(({ id }) => known.has(id))
  const [oldest] = after.messages
  if (!touches || !oldest) return after
  const kept = before.messages.filter(({ id, at }) => !known.has(id) && at <= oldest.at)
  return kept.length === 0 ? after : { ...after, messages: [...kept, ...after.messages], earlier: before.earlier }
}

/** What was said earlier, put before what is already there. */
export function earlierUnder(
  page: ConversationPage,
  earlier: { readonly messages: readonly MessageView[]; readonly earlier: string | null },
): ConversationPage {
  const known = new Set(page.messages.map(({ id }) => id))
  return {
    ...page,
    messages: [...earlier.messages.filter(({ id }) => !known.has(id)), ...page.messages],
    earlier: earlier.earlier,
  }
}
