import type { MessageView, PatientMessages } from '@suixing/contracts'
import { asFailure } from '@suixing/ui'
import { call, session } from '../api'
import { mergeMessages } from './merge-messages'

/** All that is known of the conversation now: `messages` oldest first, `earlier` the way back from the oldest. */
export type Page = Omit<PatientMessages, 'unchanged' | 'messages'> & { readonly messages: readonly MessageView[] }

/** A person the host knows, with the conversation; or somebody it does not know. */
export type Conversation =
  { readonly kind: 'not-linked' } | { readonly kind: 'known'; readonly timeZone: string; readonly page: Page }
type Known = Extract<Conversation, { kind: 'known' }>

/** Asks for what came after the last answer; the first time also for the zone the messages are shown in. */
export const loadConversation = async (previous: Conversation | null): Promise<Conversation> => {
  if (!(await session.linked())) return { kind: 'not-linked' }
  try {
    return previous?.kind === 'known' ? await goOn(previous) : await begin()
  } catch (caught) {
    if (asFailure(caught).code === 'identity-not-linked') return { kind: 'not-linked' }
    throw caught
  }
}

const begin = async (): Promise<Known> => {
  const { patient } = await call('patientMe')
  const { unchanged: _, ...page } = await call('patientMessages', { query: {} })
  return { kind: 'known', timeZone: patient.timeZone, page }
}

const goOn = async (known: Known): Promise<Known> => {
  const { page } = known
  const { unchanged, ...fresh } = await call('patientMessages', { query: { after: page.cursor } })
  if (unchanged) return { ...known, page: { ...page, now: fresh.now } }
  // Another programme is another conversation: nothing of the old one belongs to it.
  if (fresh.programme?.id !== page.programme?.id) return begin()
  return { ...known, page: { ...fresh, messages: mergeMessages(page.messages, fresh.messages), earlier: page.earlier } }
}

/** What was said before the oldest message known, and the way back from there. */
export const loadEarlier = async (
  before: string,
  programmeId: string | null,
): Promise<Pick<Page, 'messages' | 'earlier'>> =>
  call('patientMessages', { query: { before, ...(programmeId === null ? {} : { programmeId }) } })
