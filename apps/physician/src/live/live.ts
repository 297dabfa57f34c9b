import { ApiError } from '../api/api-error'

/** What every answer that can be polled carries. `unchanged`: nothing moved since the cursor, the rest is empty. */
export interface Polled {
  readonly unchanged: boolean
  readonly cursor: string
  /** The host's clock. */
  readonly now: string
}

export interface LiveView<Answer extends Polled> {
  /** The last answer that carried something; undefined before the first. */
  readonly answer: Answer | undefined
  /** Why the last ask failed; the answer before it stays. */
  readonly error: ApiError | undefined
}

export interface Live<Answer extends Polled> {
  view(): LiveView<Answer>
  subscribe(listener: () => void): () => void
  /** Asks now and keeps asking every `everyMs`. */
  start(): void
  stop(): void
  /** Asks now, out of turn. */
  refresh(): Promise<void>
}

export interface LiveOptions<Answer extends Polled> {
  ask(since: string | undefined): Promise<Answer>
  readonly everyMs: number
  /** Runs `act` after `ms`; returns how to take it back. */
  after(ms: number, act: () => void): () => void
}

/** Failures in a row stretch the pause up to this many times, so that a host in trouble is not asked harder. */
const longestStretch = 10

/** Keeps one answer fresh by asking with its cursor. An answer that arrives after a newer ask began is dropped. */
export const createLive = <Answer extends Polled>({ ask, everyMs, after }: LiveOptions<Answer>): Live<Answer> => {
  let view: LiveView<Answer> = { answer: undefined, error: undefined }
  let running = false
  let turn = 0
  let failures = 0
  let cancel: () => void = () => undefined
  const listeners = new Set<() => void>()
  const become = (next: LiveView<Answer>) => {
    view = next
    listeners.forEach((listener) => listener())
  }

  const once = async () => {
    const mine = ++turn
    cancel()
    try {
      const answer = await ask(view.answer?.cursor)
      if (mine !== turn) return
      failures = 0
      become({ answer: answer.unchanged && view.answer ? { ...view.answer, now: answer.now, cursor: answer.cursor } : answer, error: undefined })
    } catch (error) {
      if (mine !== turn) return
      failures += 1
      become({ answer: view.answer, error: error instanceof ApiError ? error : new ApiError('internal') })
    }
    if (running) cancel = after(everyMs * Math.min(2 ** Math.max(0, failures - 1), longestStretch), () => void once())
  }
  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start: () => {
      if (running) return
      running = true
      void once()
    },
    stop: () => {
      running = false
      turn += 1
      cancel()
    },
    refresh: once,
  }
}
