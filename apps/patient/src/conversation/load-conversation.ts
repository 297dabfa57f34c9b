import type { MessageView } from '@suixing/contracts'
import { call, session } from '../api'

/** Messages known so far, oldest first, with the cursor to ask on. */
export interface Conversation {
  readonly linked: boolean
  readonly messages: readonly MessageView[]
  readonly cursor: string | null
  readonly timeZone: string
  readonly now: string
}

/** Old and new messages as one list; a message that came again replaces itself (its state went on). */
export const mergeMessages = (old: readonly MessageView[], fresh: readonly MessageView[]): readonly MessageView[] => {
  if (fresh.length === 0) return old
  const byId = new Map(old.map((message) => [message.id, message]))
  for (const message of fresh) byId.set(message.id, message)
  return [...byId.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Asks for what came after the last answer; the first time also for the clock and zone the messages are shown in. */
export const loadConversation = async (previous: Conversation | null): Promise<Conversation> => {
  if (!(await session.linked()))
    return { linked: false, messages: [], cursor: null, timeZone: 'Asia/Shanghai', now: '' }
  const base = previous?.linked ? previous : await emptyConversation()
  const { messages, cursor } = await call('patientMessages', {
    query: base.cursor === null ? {} : { after: base.cursor },
  })
  const merged = mergeMessages(base.messages, messages)
  const newest = merged[merged.length - 1]?.at ?? base.now
  return { ...base, messages: merged, cursor, now: newest > base.now ? newest : base.now }
}

const emptyConversation = async (): Promise<Conversation> => {
  const { patient, now } = await call('patientMe')
  return { linked: true, messages: [], cursor: null, timeZone: patient.timeZone, now }
}
