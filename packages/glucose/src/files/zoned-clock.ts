/** What a wall clock means in a zone; in a gap the clock never showed that time, in an overlap it showed it twice. */
export type ZonedInstant =
  | { readonly kind: 'one'; readonly at: number }
  | { readonly kind: 'gap'; readonly at: number }
  | { readonly kind: 'overlap'; readonly first: number; readonly second: number }

/** A zone's clock. Walls are milliseconds since 1970 as if the wall clock were UTC; instants are real ones. */
export interface ZonedClock {
  readonly instantsOf: (wall: number) => ZonedInstant
  readonly wallOf: (instant: number) => number
}

const day = 86_400_000
// No zone changes its offset within a quarter of an hour of UTC.
const block = 900_000

/**
 * The clock of an IANA zone, from the zone data of the runtime (server only: phones may lack it). In a gap the instant
 * is that of a clock not yet moved forward. An unknown zone is undefined.
 */
export function zonedClock(timeZone: string): ZonedClock | undefined {
  const format = formatOf(timeZone)
  if (!format) return undefined
  const offsets = new Map<number, number>()
  const offsetAt = (instant: number): number => {
    const start = Math.floor(instant / block) * block
    let offset = offsets.get(start)
    if (offset === undefined) {
      offset = shownBy(format, start) - start
      offsets.set(start, offset)
    }
    return offset
  }
  return {
    wallOf: (instant) => instant + offsetAt(instant),
    instantsOf: (wall) => {
      const [before, after] = [offsetAt(wall - day), offsetAt(wall + day)]
      const fits = [...new Set([before, after])]
        .map((offset) => wall - offset)
        .filter((at) => at + offsetAt(at) === wall)
      const [one, other] = fits
      if (one === undefined) return { kind: 'gap', at: wall - before }
      if (other === undefined) return { kind: 'one', at: one }
      return { kind: 'overlap', first: Math.min(one, other), second: Math.max(one, other) }
    },
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return undefined
  }
}

function shownBy(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}
