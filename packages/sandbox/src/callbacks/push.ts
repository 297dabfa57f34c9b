/** One try to deliver a callback. */
export interface PushTry {
  at: number
  /** Real milliseconds until the answer. */
  ms: number
  status: number | null
  problem: string | null
}

/** A callback on its way, and afterwards its record. */
export interface Push {
  id: string
  event: string
  xml: string
  queuedAt: number
  dueAt: number
  /** Order among those due at one instant. */
  order: number
  outcome: 'waiting' | 'acked' | 'dropped' | 'givenUp'
  copy: boolean
  held: boolean
  tries: PushTry[]
}
