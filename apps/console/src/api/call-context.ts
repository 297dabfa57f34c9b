import { createContext, useContext } from 'react'
import type { Call } from './call'

/** The client of the running console; tests put their own here. */
export const CallContext = createContext<Call | null>(null)

/** The client. Throws when no provider stands above, which is a mistake in wiring. */
export function useCall(): Call {
  const call = useContext(CallContext)
  if (!call) throw new Error('no CallContext above')
  return call
}
