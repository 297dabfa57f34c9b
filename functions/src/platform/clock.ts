import type { Instant } from '@suixing/contracts'

/** Business time: due instants, windows, tokens, sessions, retention. Leases and time-outs use real time instead. */
export interface Clock {
  now(): Date
  instant(): Instant
  readonly kind: 'system' | 'followed'
}

/** The machine's clock. */
export function systemClock(): Clock {
  return { now: () => new Date(), instant: () => new Date().toISOString(), kind: 'system' }
}

/** A clock somebody else sets: it stands still, or flows from where it was set at real pace. */
export interface FollowedClock extends Clock {
  readonly kind: 'followed'
  set(to: { readonly now: Instant; readonly mode: 'running' | 'frozen' }): void
}
/** @param monotonicMs monotonic real milliseconds, e.g. performance.now */
export function followedClock(monotonicMs: () => number, start: Instant): FollowedClock {
  let anchor = Date.parse(start)
  let since = monotonicMs()
  let flows = true
  const now = (): Date => new Date(flows ? anchor + Math.floor(monotonicMs() - since) : anchor)
  return {
    kind: 'followed',
    now,
    instant: () => now().toISOString(),
    set: (to) => {
      anchor = Date.parse(to.now)
      since = monotonicMs()
      flows = to.mode === 'running'
    },
  }
}
