/** One try to deliver a callback. */
export interface PushTry {
  at: number
  /** Real milliseconds until the answer. */
  ms: number
  status: number | null
  problem: string | null
}

/** What a callback is about: a mini-program's own, or the tap of a card that its answer may change. */
export type PushAbout = { appid: string } | { card: { userid: string; messageId: string } }

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
  /** The mini-program it is for; absent for the corp. */
  appid?: string
  /** The card whose tap this tells: what the receiver answers may change it. */
  card?: { userid: string; messageId: string }
  tries: PushTry[]
}
