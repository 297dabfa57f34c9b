import { asFailure } from '@suixing/ui'
import { firstPage, nextPage, type AskMessages, type Page } from '../conversation/conversation-page'
import type { FamilyDoor, FamilyVisit } from './family-visit'

/**
 * What a family member meets: the conversation, or why not. `over`: the invitation's days are over, somebody else took it, or
 * it was taken back; `removed`: the patient no longer shares, or left; `not-invited`: no invitation and none known.
 */
export type FamilyTalk =
  | { readonly kind: 'open'; readonly visit: FamilyVisit; readonly page: Page }
  | {
      readonly kind: 'closed'
      readonly why: 'over' | 'removed' | 'not-invited'
      readonly patientName: string | null
    }

/** Enters with the invitation of the page, then asks for what came after. What was closed stays closed and is not asked again. */
export const loadFamilyTalk = async (
  door: FamilyDoor,
  invite: string | null,
  previous: FamilyTalk | null,
): Promise<FamilyTalk> => {
  if (previous?.kind === 'closed') return previous
  let visit = previous?.visit ?? null
  try {
    visit ??= await door.enter(invite)
    const ask = asking(visit)
    return { kind: 'open', visit, page: previous ? await nextPage(ask, previous.page) : await firstPage(ask) }
  } catch (caught) {
    const { code } = asFailure(caught)
    if (code !== 'forbidden' && code !== 'identity-not-linked') throw caught
    if (visit) door.forget(visit)
    const patientName = visit?.patientName ?? null
    if (visit || code === 'forbidden') return { kind: 'closed', why: 'removed', patientName }
    return { kind: 'closed', why: invite === null ? 'not-invited' : 'over', patientName }
  }
}

/** Asks in the visit's name. */
export const asking =
  ({ call }: FamilyVisit): AskMessages =>
  (query) =>
    call('familyMessages', { query })
