import type { AnswerOf } from '@suixing/contracts'
import { asFailure, type Call, type FailureCode } from '@suixing/ui'
import type { Platform } from '../platform'

export type ReplyState =
  { readonly kind: 'writing' } | { readonly kind: 'sending' } | { readonly kind: 'failed'; readonly code: FailureCode }

export interface ReplyView {
  readonly draft: string
  readonly state: ReplyState
}

export type ReplyAnswer = AnswerOf<'reply'>

/**
 * What is being written to one patient. Survives leaving the page and closing the app. The client id belongs to the
 * words: the same words sent again are the same reply for the host, other words are another.
 */
export interface Reply {
  view(): ReplyView
  subscribe(listener: () => void): () => void
  write(text: string): void
  /** Sends what is written. Undefined when it did not go out or there was nothing to send; `view` says why. */
  send(): Promise<ReplyAnswer | undefined>
}

interface Kept {
  readonly text: string
  readonly clientId?: string
}

/** `by` is the staff id of who writes: on a shared phone nobody finds another's draft. */
export const createReply = (
  { by, patientId }: { by: string; patientId: string },
  platform: Pick<Platform, 'kept' | 'newId'>,
  call: Call,
): Reply => {
  const key = `draft:${by}:${patientId}`
  const listeners = new Set<() => void>()
  let kept = read(platform.kept.read(key))
  let view: ReplyView = { draft: kept.text, state: { kind: 'writing' } }
  const become = (next: ReplyView) => {
    view = next
    listeners.forEach((listener) => listener())
  }
  const keep = (next: Kept) => {
    kept = next
    if (next.text === '') platform.kept.remove(key)
    else platform.kept.write(key, JSON.stringify(next))
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    write: (text) => {
      if (view.state.kind === 'sending') return
      keep(text.trim() === kept.text.trim() && kept.clientId ? { text, clientId: kept.clientId } : { text })
      become({ draft: text, state: { kind: 'writing' } })
    },
    send: async () => {
      const text = view.draft.trim()
      if (text === '' || view.state.kind === 'sending') return undefined
      const clientId = kept.clientId ?? platform.newId()
      keep({ text: view.draft, clientId })
      become({ draft: view.draft, state: { kind: 'sending' } })
      try {
        const answer = await call('reply', { params: { id: patientId }, body: { text, clientId } })
        keep({ text: '' })
        become({ draft: '', state: { kind: 'writing' } })
        return answer
      } catch (error) {
        become({ draft: view.draft, state: { kind: 'failed', code: asFailure(error).code } })
        return undefined
      }
    },
  }
}

const read = (text: string | undefined): Kept => {
  try {
    const kept = JSON.parse(text ?? '') as Partial<Kept>
    if (typeof kept.text !== 'string') return { text: '' }
    return typeof kept.clientId === 'string' ? { text: kept.text, clientId: kept.clientId } : { text: kept.text }
  } catch {
    return { text: '' }
  }
}
