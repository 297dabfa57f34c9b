import { asFailure } from '@suixing/ui'
import { call, session } from '../api'
import { firstPage, nextPage, type AskMessages, type Page } from './conversation-page'

/** A person the host knows, with the conversation; or somebody it does not know. */
export type Conversation =
  { readonly kind: 'not-linked' } | { readonly kind: 'known'; readonly timeZone: string; readonly page: Page }

const ask: AskMessages = (query) => call('patientMessages', { query })

/** Asks for what came after the last answer; the first time also for the zone the messages are shown in. */
export const loadConversation = async (previous: Conversation | null): Promise<Conversation> => {
  if (!(await session.linked())) return { kind: 'not-linked' }
  try {
    if (previous?.kind === 'known') return { ...previous, page: await nextPage(ask, previous.page) }
    const { patient } = await call('patientMe')
    return { kind: 'known', timeZone: patient.timeZone, page: await firstPage(ask) }
  } catch (caught) {
    if (asFailure(caught).code === 'identity-not-linked') return { kind: 'not-linked' }
    throw caught
  }
}

/** What was said before the oldest message known, and the way back from there. */
export const loadEarlier = async (
  before: string,
  programmeId: string | null,
): Promise<Pick<Page, 'messages' | 'earlier'>> =>
  call('patientMessages', { query: { before, ...(programmeId === null ? {} : { programmeId }) } })
