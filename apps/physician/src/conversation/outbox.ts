import type { SendAnswer } from '@suixing/contracts'
import { asFailure, type Call } from '@suixing/ui'
import { PlatformError, type Platform } from '../platform'
import { keptItems, keptText } from './kept-outbox'
import { mayPassLater, requestOf, type OnItsWay, type Outgoing, type SendFailure, type SendState } from './outgoing'

/**
 * What one person sends into one conversation. Every message shows at once, is kept on this phone until the host has it,
 * and goes out in the order written, one at a time; sent again it bears the same client id, so the patient gets it once.
 */
export interface Outbox {
  view(): readonly OnItsWay[]
  subscribe(listener: () => void): () => void
  /** `at` is the instant it was written. */
  send(what: Outgoing, at: string): Promise<void>
  /** Tries a failed message once more. */
  again(clientId: string): Promise<void>
  /** Takes a failed message back. */
  drop(clientId: string): void
  /** Tries what was interrupted, or failed in a way that passes by itself. Whether there was anything to try. */
  resume(): Promise<boolean>
  /** Lets go of messages that a page of the host shows. */
  shown(clientIds: ReadonlySet<string>): void
}

type Ports = Pick<Platform, 'kept' | 'newId' | 'pictures'>

/** `by` is the staff id of who writes: on a shared phone nobody sends another's words. */
export const createOutbox = (
  { by, conversationId }: { by: string; conversationId: string },
  platform: Ports,
  call: Call,
): Outbox => {
  const key = `outbox:${by}:${conversationId}`
  const listeners = new Set<() => void>()
  let items: readonly OnItsWay[] = keptItems(platform.kept.read(key))
  let turn: Promise<void> = Promise.resolve()
  const queued = new Set<string>()

  const become = (next: readonly OnItsWay[]) => {
    items = next
    const text = keptText(items)
    if (text === '[]') platform.kept.remove(key)
    else platform.kept.write(key, text)
    listeners.forEach((listener) => listener())
  }
  const change = (clientId: string, part: Partial<Pick<OnItsWay, 'what' | 'state'>>) =>
    become(items.map((item) => (item.clientId === clientId ? { ...item, ...part } : item)))

  const uploaded = async (clientId: string, what: Extract<Outgoing, { kind: 'image' }>): Promise<string> => {
    if (what.mediaId !== undefined) return what.mediaId
    const file = await platform.pictures.read(what.ref)
    const { media } = await call('physicianUpload', { query: { kind: 'image', name: what.name }, file })
    change(clientId, { what: { ...what, mediaId: media.id } })
    return media.id
  }
  const deliver = async ({ clientId, what }: OnItsWay): Promise<SendAnswer> => {
    const body =
      what.kind === 'image'
        ? { kind: 'image' as const, clientId, mediaId: await uploaded(clientId, what) }
        : requestOf(clientId, what)
    return call('physicianSend', { params: { id: conversationId }, body })
  }
  const attempt = async (clientId: string): Promise<void> => {
    const item = items.find((one) => one.clientId === clientId)
    if (item?.state.kind !== 'sending') return
    let state: SendState
    try {
      state = { kind: 'sent', answer: await deliver(item) }
      if (item.what.kind === 'image') platform.pictures.forget(item.what.ref)
    } catch (error) {
      state = { kind: 'failed', code: failureCode(error) }
    }
    change(clientId, { state })
  }
  const queue = (clientId: string): Promise<void> => {
    if (queued.has(clientId)) return turn
    queued.add(clientId)
    turn = turn.then(() => attempt(clientId)).finally(() => queued.delete(clientId))
    return turn
  }
  const again = (clientId: string) => {
    change(clientId, { state: { kind: 'sending' } })
    return queue(clientId)
  }

  return {
    view: () => items,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    send: (what, at) => {
      const item: OnItsWay = { clientId: platform.newId(), at, what, state: { kind: 'sending' } }
      become([...items, item])
      return queue(item.clientId)
    },
    again: async (clientId) => {
      if (items.find((item) => item.clientId === clientId)?.state.kind === 'failed') await again(clientId)
    },
    drop: (clientId) => {
      const dropped = items.find((item) => item.clientId === clientId)
      if (dropped?.state.kind !== 'failed') return
      if (dropped.what.kind === 'image') platform.pictures.forget(dropped.what.ref)
      become(items.filter((item) => item !== dropped))
    },
    resume: async () => {
      const waiting = items.filter(
        ({ state }) => state.kind === 'sending' || (state.kind === 'failed' && mayPassLater(state.code)),
      )
      await Promise.all(
        waiting.map(({ clientId, state }) => (state.kind === 'failed' ? again(clientId) : queue(clientId))),
      )
      return waiting.length > 0
    },
    shown: (clientIds) => {
      const rest = items.filter(({ clientId, state }) => state.kind !== 'sent' || !clientIds.has(clientId))
      if (rest.length < items.length) become(rest)
    },
  }
}

const failureCode = (error: unknown): SendFailure =>
  error instanceof PlatformError && error.code === 'file-gone' ? 'file-gone' : asFailure(error).code
