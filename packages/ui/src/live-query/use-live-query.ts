import { useCallback, useEffect, useRef, useState } from 'react'
import { asFailure, type ApiFailure } from '../api-client/api-failure'
import { useVisible } from './use-visible'

/** What a page knows: nothing yet, a value (perhaps with a later failure beside it), or only a failure. */
export type Live<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T; readonly failure: ApiFailure | null }
  | { readonly status: 'failed'; readonly failure: ApiFailure }

/**
 * Asks now, again every `everyMs` (3000) while the page is in front of a person, and when it comes back to the front.
 * `load` gets the value it gave before, so that it can send the cursor and merge. A new `key` starts afresh; a failed
 * poll keeps the last value. `everyMs: null` asks once a showing.
 */
export const useLiveQuery = <T>(
  key: string,
  load: (previous: T | null) => Promise<T>,
  { everyMs = 3000 }: { everyMs?: number | null } = {},
): Live<T> & { reload: () => void; replace: (value: T) => void } => {
  const [held, setHeld] = useState<{ key: string; live: Live<T> }>({ key, live: { status: 'loading' } })
  const [round, setRound] = useState(0)
  const visible = useVisible()
  const loader = useRef(load)
  loader.current = load
  const value = useRef<{ key: string; value: T } | null>(null)

  useEffect(() => {
    if (!visible) return
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const previous = value.current?.key === key ? value.current.value : null
      try {
        const next = await loader.current(previous)
        if (stopped) return
        value.current = { key, value: next }
        setHeld({ key, live: { status: 'ready', value: next, failure: null } })
      } catch (caught) {
        if (stopped) return
        const failure = asFailure(caught)
        const kept = value.current?.key === key ? value.current : null
        setHeld({ key, live: kept ? { status: 'ready', value: kept.value, failure } : { status: 'failed', failure } })
      }
      if (everyMs !== null) timer = setTimeout(() => void ask(), everyMs)
    }
    void ask()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [key, visible, round, everyMs])

  const reload = useCallback(() => setRound((count) => count + 1), [])
  const replace = useCallback(
    (next: T) => {
      value.current = { key, value: next }
      setHeld({ key, live: { status: 'ready', value: next, failure: null } })
    },
    [key],
  )
  const live: Live<T> = held.key === key ? held.live : { status: 'loading' }
  return { ...live, reload, replace }
}
