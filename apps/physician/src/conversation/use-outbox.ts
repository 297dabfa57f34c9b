import { useSyncExternalStore } from 'react'
import { platform } from '../platform'
import { session } from '../session/current-session'
import type { OnItsWay } from './outgoing'
import { createOutbox, type Outbox } from './outbox'

/** Outboxes by who sends where: leaving the page while a message is under way does not send it twice. */
const outboxes = new Map<string, Outbox>()

const outboxFor = (by: string, conversationId: string): Outbox => {
  const key = `${by}:${conversationId}`
  const outbox = outboxes.get(key) ?? createOutbox({ by, conversationId }, platform, session.call)
  outboxes.set(key, outbox)
  return outbox
}

export const useOutbox = (by: string, conversationId: string): Outbox & { items: readonly OnItsWay[] } => {
  const outbox = outboxFor(by, conversationId)
  return { ...outbox, items: useSyncExternalStore(outbox.subscribe, outbox.view, outbox.view) }
}
