import type { FailureCode } from '@suixing/ui'
import type { KeptFile } from '../platform/platform'

/** What a queued message says. `mediaId` is known once the bytes were taken, so that they go once. */
export type QueuedContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image' | 'voice'; readonly file: KeptFile; readonly mediaId: string | null }

/** Why a message waits for the person instead of for the network. `file-gone`: the phone no longer has the file. */
export type Refusal = FailureCode | 'file-gone'

/** A message on its way. The clientId is its name at the host too: however often it is sent, it is one message. */
export interface Queued {
  readonly clientId: string
  readonly programmeId: string | null
  readonly content: QueuedContent
  /** Answers of the host that were neither yes nor no. */
  readonly troubles: number
  readonly refusal: Refusal | null
}

/** The queue: oldest first, and the one message that is under way. */
export interface Queue {
  readonly items: readonly Queued[]
  readonly underWay: string | null
}

/** What happens to the queue. */
export type QueueEvent =
  | { readonly kind: 'written'; readonly items: readonly Queued[] }
  /** The page is shown, the network is back, a poll went through: worth another try. */
  | { readonly kind: 'woken' }
  | { readonly kind: 'uploaded'; readonly clientId: string; readonly mediaId: string }
  | { readonly kind: 'accepted'; readonly clientId: string }
  /** Nothing answered. */
  | { readonly kind: 'lost'; readonly clientId: string }
  /** The host answered, and could not: its own trouble, which may pass. */
  | { readonly kind: 'troubled'; readonly clientId: string; readonly refusal: Refusal }
  | { readonly kind: 'refused'; readonly clientId: string; readonly refusal: Refusal }
  /** The person asks for another try of a refused one, or gives it up. */
  | { readonly kind: 'again'; readonly clientId: string }
  | { readonly kind: 'dropped'; readonly clientId: string }

/** What is to be done, in this order; `save` comes first and holds before anything goes out. */
export type QueueEffect =
  | { readonly kind: 'save' }
  | { readonly kind: 'forget-file'; readonly ref: string }
  | { readonly kind: 'upload'; readonly item: Queued }
  | { readonly kind: 'send'; readonly item: Queued }

/** Nothing waits. */
export const emptyQueue: Queue = { items: [], underWay: null }

/** After so many answers that are neither yes nor no, a message steps aside for those behind it. */
export const troublesAllowed = 3

const fileOf = ({ content }: Queued): KeptFile | null => (content.kind === 'text' ? null : content.file)
const withMedia = (item: Queued, mediaId: string | null): Queued =>
  item.content.kind === 'text' ? item : { ...item, content: { ...item.content, mediaId } }

/** Starts the oldest message that waits for nothing but its turn, unless one is under way. */
const start = (queue: Queue, before: readonly QueueEffect[]): readonly [Queue, readonly QueueEffect[]] => {
  const next = queue.underWay === null ? queue.items.find(({ refusal }) => refusal === null) : undefined
  if (!next) return [queue, before]
  const toUpload = next.content.kind !== 'text' && next.content.mediaId === null
  return [{ ...queue, underWay: next.clientId }, [...before, { kind: toUpload ? 'upload' : 'send', item: next }]]
}

/**
 * The next queue and what is to be done. One message is under way at a time, so that they arrive in the order written; one
 * that is refused waits for the person and holds up nobody. Answers about messages that are no longer here change nothing.
 */
export const step = (queue: Queue, event: QueueEvent): readonly [Queue, readonly QueueEffect[]] => {
  const save: QueueEffect = { kind: 'save' }
  switch (event.kind) {
    case 'written': {
      const fresh = event.items.filter(({ clientId }) => !queue.items.some((known) => known.clientId === clientId))
      return start({ ...queue, items: [...queue.items, ...fresh] }, [save])
    }
    case 'woken':
      return start(queue, [])
  }
  const item = queue.items.find(({ clientId }) => clientId === event.clientId)
  if (!item) return [queue, []]
  const others = queue.items.filter((one) => one !== item)
  const idle: Queue = { ...queue, underWay: queue.underWay === item.clientId ? null : queue.underWay }
  const changed = (next: Queued): Queue => ({ ...idle, items: queue.items.map((one) => (one === item ? next : one)) })
  switch (event.kind) {
    case 'uploaded':
      return start(changed(withMedia(item, event.mediaId)), [save])
    case 'accepted':
    case 'dropped': {
      // What is under way may still arrive: it cannot be given up any more.
      if (event.kind === 'dropped' && queue.underWay === item.clientId) return [queue, []]
      const file = fileOf(item)
      return start({ ...idle, items: others }, [
        save,
        ...(file ? [{ kind: 'forget-file', ref: file.ref } as const] : []),
      ])
    }
    case 'lost':
      // No start: the network is away, and the next wake tries again.
      return [idle, []]
    case 'troubled': {
      const next = { ...item, troubles: item.troubles + 1 }
      if (next.troubles < troublesAllowed) return [changed(next), [save]]
      return start(changed({ ...next, refusal: event.refusal }), [save])
    }
    case 'refused':
      return start(changed({ ...item, refusal: event.refusal }), [save])
    case 'again': {
      if (item.refusal === null) return start(queue, [])
      // The host does not know the file any more: its bytes go once more.
      const kept = item.refusal === 'not-found' ? withMedia(item, null) : item
      return start({ ...queue, items: [...others, { ...kept, refusal: null, troubles: 0 }] }, [save])
    }
  }
}
