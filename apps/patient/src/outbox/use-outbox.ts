import { useEffect, useState } from 'react'
import { outbox } from '../api'
import type { Outbox } from './outbox'

/** What waits and what was just taken, as it changes. */
export const useOutbox = (): Pick<Outbox, 'waiting' | 'taken'> => {
  const read = () => ({ waiting: outbox.waiting, taken: outbox.taken })
  const [held, setHeld] = useState(read)
  useEffect(() => {
    setHeld(read())
    return outbox.onChange(() => setHeld(read()))
  }, [])
  return held
}
