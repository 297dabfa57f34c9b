import type { MessageView } from '@suixing/contracts'
import { asFailure, type ApiFailure } from '@suixing/ui'
import type { KeptFile, Platform } from '../platform/platform'
import { emptyQueue, step, type Queue, type Queued, type QueueEffect, type QueueEvent } from './queue'

/** The messages that wait on this phone, and those just taken. */
export interface Outbox {
  readonly waiting: readonly Queued[]
  /** Taken since the app started: shown until the conversation brings them itself. */
  readonly taken: readonly MessageView[]
  sayText(text: string, programmeId: string | null): void
  /** One message for each file. */
  sayFiles(kind: 'image' | 'voice', files: readonly KeptFile[], programmeId: string | null): void
  /** Tells what a conversation holds: what is there was taken, whatever became of the answer. */
  seen(messages: readonly MessageView[]): void
  wake(): void
  again(clientId: string): void
  drop(clientId: string): void
  /** Takes up what the phone kept when the app was last closed. */
  restore(): void
  /** Heard after each change; answers how to stop hearing. */
  onChange(listener: () => void): () => void
}

/** Where messages go. Sending the same clientId again must be the same message there. */
export interface OutboxHost {
  /** Takes a file's bytes; answers the name the host knows them by. */
  upload(kind: 'image' | 'voice', file: KeptFile, bytes: ArrayBuffer): Promise<string>
  say(item: Queued): Promise<MessageView>
}

/** The answers that mean "not now": no network, or nobody signed in yet. */
const isAway = ({ code }: ApiFailure): boolean =>
  code === 'unreachable' || code === 'not-signed-in' || code === 'session-expired' || code === 'sign-in-failed'
/** The host answered, but not as itself. */
const isTrouble = ({ code }: ApiFailure): boolean =>
  code === 'internal' || code === 'outside-unavailable' || code === 'not-understood'

const keptQueue = (text: string | null): Queue => {
  if (text === null) return emptyQueue
  try {
    const items = JSON.parse(text) as unknown
    return Array.isArray(items) ? { items: items as Queued[], underWay: null } : emptyQueue
  } catch {
    return emptyQueue
  }
}

/** Plays the queue on a phone: keeps it under `storageKey`, sends files and messages, hears the answers. */
export const createOutbox = (
  phone: Pick<Platform, 'storage' | 'files' | 'newId'>,
  host: OutboxHost,
  storageKey = 'outbox',
): Outbox => {
  let queue = emptyQueue
  let taken: readonly MessageView[] = []
  const listeners = new Set<() => void>()

  const failed = (clientId: string, caught: unknown): QueueEvent => {
    const failure = asFailure(caught)
    if (isAway(failure)) return { kind: 'lost', clientId }
    return { kind: isTrouble(failure) ? 'troubled' : 'refused', clientId, refusal: failure.code }
  }
  const upload = async ({ clientId, content }: Queued): Promise<QueueEvent> => {
    if (content.kind === 'text') throw new TypeError('words are not uploaded')
    const bytes = await phone.files.read(content.file.ref)
    if (!bytes) return { kind: 'refused', clientId, refusal: 'file-gone' }
    return { kind: 'uploaded', clientId, mediaId: await host.upload(content.kind, content.file, bytes) }
  }
  const send = async (item: Queued): Promise<QueueEvent> => {
    const message = await host.say(item)
    taken = [...taken.filter(({ id }) => id !== message.id), message]
    return { kind: 'accepted', clientId: item.clientId }
  }
  const perform = (effect: QueueEffect): void => {
    if (effect.kind === 'save') phone.storage.write(storageKey, JSON.stringify(queue.items))
    else if (effect.kind === 'forget-file') void phone.files.forget(effect.ref)
    else {
      const { item } = effect
      const asked = effect.kind === 'upload' ? upload(item) : send(item)
      void asked.catch((caught: unknown) => failed(item.clientId, caught)).then(hear)
    }
  }
  const hear = (event: QueueEvent): void => {
    const [next, effects] = step(queue, event)
    queue = next
    for (const effect of effects) perform(effect)
    for (const listener of listeners) listener()
  }
  const write = (contents: readonly Queued['content'][], programmeId: string | null) =>
    hear({
      kind: 'written',
      items: contents.map((content) => ({
        clientId: phone.newId(),
        programmeId,
        content,
        troubles: 0,
        refusal: null,
      })),
    })
  return {
    get waiting() {
      return queue.items
    },
    get taken() {
      return taken
    },
    sayText: (text, programmeId) => write([{ kind: 'text', text }], programmeId),
    sayFiles: (kind, files, programmeId) =>
      write(
        files.map((file) => ({ kind, file, mediaId: null })),
        programmeId,
      ),
    seen(messages) {
      const there = new Set(messages.map(({ clientId }) => clientId))
      for (const { clientId } of queue.items) if (there.has(clientId)) hear({ kind: 'accepted', clientId })
    },
    restore() {
      queue = keptQueue(phone.storage.read(storageKey))
      taken = []
      hear({ kind: 'woken' })
    },
    wake: () => hear({ kind: 'woken' }),
    again: (clientId) => hear({ kind: 'again', clientId }),
    drop: (clientId) => hear({ kind: 'dropped', clientId }),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
