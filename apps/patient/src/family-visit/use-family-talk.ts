import { useLiveQuery, type Live } from '@suixing/ui'
import { familyDoor } from '../api'
import { failureOf, useTalk, type Talk } from '../conversation/use-talk'
import { asking, loadFamilyTalk, type FamilyTalk } from './load-family-talk'

const nothingEarlier = { messages: [], earlier: null }

/** Polls the conversation in a family member's name and keeps their queue going with it. */
export const useFamilyTalk = (
  invite: string | null,
): Talk & { readonly live: Live<FamilyTalk> & { reload: () => void } } => {
  const live = useLiveQuery<FamilyTalk>(`family:${invite ?? ''}`, (previous) =>
    loadFamilyTalk(familyDoor, invite, previous),
  )
  const now = live.status === 'ready' && live.value.kind === 'open' ? live.value : null
  const talk = useTalk({
    page: now?.page ?? null,
    failure: failureOf(live),
    outbox: now?.visit.outbox ?? null,
    loadEarlier: async (before) => (now ? asking(now.visit)({ before }) : nothingEarlier),
  })
  return { ...talk, live }
}
