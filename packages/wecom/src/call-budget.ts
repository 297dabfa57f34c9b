import type { Clock } from './clock'

export interface CallBudget {
  /** Counts one call, or says when the next one fits. */
  take(api: string): { taken: true } | { taken: false; until: Date }
  /** WeCom answered 45009: no call before the returned instant. */
  block(api: string): Date
  /** WeCom answered anything else. */
  unblock(api: string): void
}

export interface CallLimits {
  perMinute: number
  perHour: number
}

const minute = 60_000
const hour = 60 * minute
/** A window is counted in slices, so that an hour of calls costs 61 numbers. */
const slices = 60

/** Calls of the last `span` milliseconds; a slice leaves only when all of it is outside, so it never counts too few. */
class CallWindow {
  private readonly counts = new Map<number, number>()

  constructor(
    private readonly span: number,
    private readonly limit: number,
  ) {}

  private slice = (now: number) => Math.floor((now * slices) / this.span)

  /** Instant at which one more call fits; not after `now` when it fits already. */
  fitsAt(now: number): number {
    const current = this.slice(now)
    let total = 0
    for (const [slice, count] of this.counts) {
      // A slice ahead of now was written before the clock was set back: it no longer tells when those calls were.
      if (slice < current - slices || slice > current) this.counts.delete(slice)
      else total += count
    }
    if (total < this.limit) return now
    for (const [slice, count] of [...this.counts].sort(([a], [b]) => a - b)) {
      total -= count
      if (total < this.limit) return Math.ceil(((slice + slices + 1) * this.span) / slices)
    }
    return now + this.span
  }

  add(now: number): void {
    const slice = this.slice(now)
    this.counts.set(slice, (this.counts.get(slice) ?? 0) + 1)
  }
}

/**
 * Keeps each API below WeCom's base limits (document 90312: 10,000 a minute and 150,000 an hour per corp and API).
 * After a 45009 in spite of it the API rests 60 s, and 60 min when the very next call is answered 45009 again.
 */
export function createCallBudget(clock: Clock, limits: CallLimits): CallBudget {
  const windows = new Map<string, CallWindow[]>()
  const blocks = new Map<string, { until: number; inRow: number }>()

  return {
    take(api) {
      const now = clock.now().getTime()
      let counted = windows.get(api)
      if (!counted)
        windows.set(api, (counted = [new CallWindow(minute, limits.perMinute), new CallWindow(hour, limits.perHour)]))
      const until = Math.max(blocks.get(api)?.until ?? 0, ...counted.map((window) => window.fitsAt(now)))
      if (until > now) return { taken: false, until: new Date(until) }
      for (const window of counted) window.add(now)
      return { taken: true }
    },
    block(api) {
      const inRow = (blocks.get(api)?.inRow ?? 0) + 1
      const until = clock.now().getTime() + (inRow === 1 ? minute : hour)
      blocks.set(api, { until, inRow })
      return new Date(until)
    },
    unblock: (api) => void blocks.delete(api),
  }
}
