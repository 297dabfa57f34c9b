import { useEffect, useState } from 'react'

/** A value once it has stayed the same for `restMs`; emptied at once. */
export const useSettled = (value: string, restMs: number): string => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return value === '' ? value : settled
}
