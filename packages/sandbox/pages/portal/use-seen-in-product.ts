import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnsweredRequest } from '../mini-program/watch-requests'
import type { SeenInProduct } from './evidence'
import { forgetSeen, keepSeen, keptSeen } from './kept-seen'

export const nothingSeen: SeenInProduct = { enrolled: null, replied: null, imported: null }

const routes: Record<keyof SeenInProduct, RegExp> = {
  enrolled: /^\/api\/patient\/enrolments\/[^/]+\/enrol$/,
  replied: /^\/api\/physician\/(patients\/[^/]+\/replies|conversations\/[^/]+\/messages)$/,
  imported: /\/glucose-imports$/,
}

/**
 * What was done in the product with success, as the portal's phones told (`told`) or as the console's API shows
 * (`note`). Kept in this browser for a reload, until the sandbox begins anew.
 */
export function useSeenInProduct(version: number | null, now: string | null) {
  const [seen, setSeen] = useState(nothingSeen)
  const clock = useRef(now)
  const last = useRef<number | null>(null)

  useEffect(() => {
    clock.current = now
  }, [now])

  useEffect(() => {
    if (version === null) return
    if (last.current === null) {
      const kept = keptSeen(version)
      if (kept) setSeen((old) => ({ ...kept, ...sawOnly(old) }))
    } else if (version < last.current) setSeen(nothingSeen)
    last.current = version
  }, [version])

  useEffect(() => {
    if (version !== null && seen !== nothingSeen) keepSeen(version, seen)
  }, [seen, version])

  const note = useCallback((what: keyof SeenInProduct, latencyMs: number | null = null) => {
    const at = clock.current
    if (at !== null) setSeen((old) => (old[what] ? old : { ...old, [what]: { at, latencyMs } }))
  }, [])
  const told = useCallback(
    ({ path, ms }: AnsweredRequest) => {
      for (const what of Object.keys(routes) as (keyof SeenInProduct)[])
        if (routes[what].test(path)) note(what, what === 'replied' ? ms : null)
    },
    [note],
  )
  const forget = useCallback(() => {
    forgetSeen()
    setSeen(nothingSeen)
  }, [])
  return { seen, told, note, forget }
}

const sawOnly = (seen: SeenInProduct): Partial<SeenInProduct> =>
  Object.fromEntries(Object.entries(seen).filter(([, happened]) => happened !== null))
