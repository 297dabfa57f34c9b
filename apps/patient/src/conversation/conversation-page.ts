import type { MessageView, PatientMessages } from '@suixing/contracts'
import { mergeMessages } from './merge-messages'

/** All that is known of a conversation now: `messages` oldest first, `earlier` the way back from the oldest. */
export type Page = Omit<PatientMessages, 'unchanged' | 'messages'> & { readonly messages: readonly MessageView[] }

/** Asks the host for a part of the conversation. */
export type AskMessages = (query: { after?: string; before?: string }) => Promise<PatientMessages>

/** The newest messages. */
export const firstPage = async (ask: AskMessages): Promise<Page> => {
  const { unchanged: _, ...page } = await ask({})
  return page
}

/** What came after the last answer, with what was known before. */
export const nextPage = async (ask: AskMessages, page: Page): Promise<Page> => {
  const { unchanged, ...fresh } = await ask({ after: page.cursor })
  if (unchanged) return { ...page, now: fresh.now }
  // Another programme is another conversation: nothing of the old one belongs to it.
  if (fresh.programme?.id !== page.programme?.id) return firstPage(ask)
  return { ...fresh, messages: mergeMessages(page.messages, fresh.messages), earlier: page.earlier }
}
