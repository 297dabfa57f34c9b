import type { ConversationAction, ConversationPage, StaffView } from '@suixing/contracts'
import { useLiveQuery, useVisible, type Live } from '@suixing/ui'
import { useEffect, useRef } from 'react'
import { session } from '../session/current-session'
import { withEarlier, withKnown } from './known-messages'
import type { Outgoing } from './outgoing'
import { useOutbox } from './use-outbox'

/** One conversation, kept fresh while it is in front, with what this phone still has to send into it. */
export interface OpenConversation {
  readonly live: Live<ConversationPage> & { reload: () => void }
  readonly outbox: ReturnType<typeof useOutbox>
  send(what: Outgoing): void
  again(clientId: string): void
  /** Rejects with ApiFailure. */
  act(action: ConversationAction): Promise<void>
  /** Adds what was said before. Rejects with ApiFailure. */
  readEarlier(): Promise<void>
}

export const useConversation = (id: string, staff: StaffView): OpenConversation => {
  // A poll under way must not undo what came meanwhile, so answers meet the newest page, not the one they were asked with.
  const newest = useRef<{ id: string; page: ConversationPage } | null>(null)
  const known = () => (newest.current?.id === id ? newest.current.page : null)
  const keep = (page: ConversationPage) => {
    newest.current = { id, page }
    return page
  }
  const params = { id }
  const live = useLiveQuery<ConversationPage>(id, async () => {
    const answer = await session.call('physicianConversation', { params, query: { since: known()?.cursor } })
    const held = known()
    return keep(
      answer.unchanged && held ? { ...held, now: answer.now, cursor: answer.cursor } : withKnown(held, answer),
    )
  })
  const outbox = useOutbox(staff.id, id)
  const page = live.status === 'ready' ? live.value : null

  useRead(page, (upTo) => {
    // A read mark that did not get through is set by the next one.
    session.call('physicianAct', { params, body: { action: 'read', upTo } }).catch(() => undefined)
  })
  const messages = page?.messages
  useEffect(() => {
    if (!messages) return
    const ids = new Set(messages.map((message) => message.id))
    const shown = new Set(messages.flatMap(({ clientId }) => (clientId === undefined ? [] : [clientId])))
    for (const { clientId, state } of outbox.items)
      if (state.kind === 'sent' && ids.has(state.answer.message.id)) shown.add(clientId)
    outbox.shown(shown)
  })
  const isConnected = live.status === 'ready' && live.failure === null
  const { resume } = outbox
  const { reload } = live
  useEffect(() => {
    if (isConnected) void resume().then((tried) => tried && reload())
  }, [isConnected, resume, reload])

  return {
    live,
    outbox,
    send: (what) => {
      if (page) void outbox.send(what, page.now).then(live.reload)
    },
    again: (clientId) => void outbox.again(clientId).then(live.reload),
    act: async (body) => {
      const answer = await session.call('physicianAct', { params, body })
      live.replace(keep(withKnown(known(), answer)))
    },
    readEarlier: async () => {
      const before = known()?.earlier ?? null
      if (before === null) return
      const answer = await session.call('physicianConversation', { params, query: { before } })
      const held = known()
      if (held) live.replace(keep(withEarlier(held, answer)))
    },
  }
}

/** Tells up to where a person in front of the page has read, once for each newer message of the patient's side. */
const useRead = (page: ConversationPage | null, tell: (upTo: string) => void) => {
  const visible = useVisible()
  const told = useRef('')
  const last = page?.messages.filter(({ state }) => state === 'received').pop()?.at ?? ''
  const isUnread = (page?.conversation?.unread ?? 0) > 0
  useEffect(() => {
    if (!visible || !isUnread || last <= told.current) return
    told.current = last
    tell(last)
  })
}
