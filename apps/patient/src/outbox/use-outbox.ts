import { useEffect, useState } from 'react'
import type { Outbox } from './outbox'

type Held = Pick<Outbox, 'waiting' | 'taken'>

const heldBy = (outbox: Outbox | null): Held => ({ waiting: outbox?.waiting ?? [], taken: outbox?.taken ?? [] })

/** What waits and what was just taken, as it changes. */
export const useOutbox = (outbox: Outbox | null): Held => {
  const [held, setHeld] = useState(() => heldBy(outbox))
  useEffect(() => {
    setHeld(heldBy(outbox))
    return outbox?.onChange(() => setHeld(heldBy(outbox)))
  }, [outbox])
  return held
}
