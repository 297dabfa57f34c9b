import { useCallback, useEffect, useRef, useState } from 'react'

/** A view as it stands: nothing yet, read, or read once but out of reach now. */
export type View<T> =
  { status: 'loading'; value: null } | { status: 'ready'; value: T } | { status: 'unreachable'; value: T | null }

/** What every view answers: its version, business time now, and `unchanged` alone when nothing moved since `after`. */
export interface Versioned {
  version: number
  now: string
  unchanged?: boolean
}

const everyMs = 1_000

/** A view whose content stands: drawn again only when it was out of reach, or when the minute has changed. */
function stillWith<T extends Versioned>(old: View<T>, now: string): View<T> {
  if (old.value === null) return old
  const sameMinute = old.value.now.slice(0, 16) === now.slice(0, 16)
  return sameMinute && old.status === 'ready' ? old : { status: 'ready', value: { ...old.value, now } }
}

/** How a new answer and what was read before become one; without it the answer replaces. Must not change. */
export type Join<T> = (before: T, answer: T) => T
const replace = <T>(_before: T, answer: T): T => answer

/** Reads `GET {path}?after=version` every second. `refresh` reads at once, for after an action. */
export function useView<T extends Versioned>(
  path: string,
  join: Join<T> = replace,
): { view: View<T>; refresh: () => void } {
  const [view, setView] = useState<View<T>>({ status: 'loading', value: null })
  const read = useRef<() => void>(() => {})

  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let version: Versioned['version'] | null = null
    let reading = false
    let again = false
    setView({ status: 'loading', value: null })

    const next = async (): Promise<void> => {
      if (reading) {
        again = true
        return
      }
      clearTimeout(timer)
      reading = true
      try {
        const after = version === null ? '' : `?after=${version}`
        const response = await fetch(`${path}${after}`, { signal: stop.signal, cache: 'no-store' })
        if (!response.ok) throw new Error(`HTTP ${response.status}`)
        const answer = (await response.json()) as T
        if (stop.signal.aborted) return
        const goesOn = version !== null
        version = answer.version
        setView((old) => {
          if (answer.unchanged && old.value !== null) return stillWith(old, answer.now)
          return { status: 'ready', value: old.value !== null && goesOn ? join(old.value, answer) : answer }
        })
      } catch {
        if (stop.signal.aborted) return
        // A sandbox started again counts its versions anew: read everything when it is back.
        version = null
        setView((old) => (old.status === 'unreachable' ? old : { status: 'unreachable', value: old.value }))
      } finally {
        reading = false
        if (!stop.signal.aborted) {
          timer = setTimeout(() => void next(), again ? 0 : everyMs)
          again = false
        }
      }
    }
    read.current = () => void next()
    void next()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [path, join])

  const refresh = useCallback(() => read.current(), [])
  return { view, refresh }
}
