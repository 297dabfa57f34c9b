import type { Instant } from '@suixing/contracts'

/** Wall clock of one place: calendar date and minute of the day. */
export interface LocalMoment {
  /** YYYY-MM-DD */
  readonly date: string
  /** 0–1439 */
  readonly minuteOfDay: number
}

const MINUTE = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** Intl formatters cost ~50 µs to make and are asked for every decision, so one is kept per zone. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(timeZone, format)
  }
  return format
}

/** What a clock on the wall in `timeZone` shows at `instant`. Throws RangeError for an unknown zone. */
export function localMoment(instant: Instant | Date, timeZone: string): LocalMoment {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(new Date(instant))) parts[type] = value
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    minuteOfDay: Number(parts['hour']) * 60 + Number(parts['minute']),
  }
}

const asIfUtc = (moment: LocalMoment): number =>
  Date.parse(`${moment.date}T00:00:00.000Z`) + moment.minuteOfDay * MINUTE

/** How far the wall clock is ahead of UTC, in milliseconds; whole minutes. */
const offsetAt = (utc: number, timeZone: string): number =>
  asIfUtc(localMoment(new Date(utc), timeZone)) - Math.floor(utc / MINUTE) * MINUTE

/**
 * The minute, after `from` and not after `to`, from which on the wall clock keeps the offset it has at `to`; null when the offset is the
 * same at both. Epoch milliseconds on whole minutes, at most two days apart, so that one transition at most lies between them.
 */
export function offsetTurn(from: number, to: number, timeZone: string): number | null {
  const later = offsetAt(to, timeZone)
  if (offsetAt(from, timeZone) === later) return null
  let low = from
  let high = to
  while (high - low > MINUTE) {
    const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE
    if (offsetAt(middle, timeZone) === later) high = middle
    else low = middle
  }
  return high
}

/**
 * The instant at which the wall clock of `timeZone` shows `moment`.
 * A wall-clock time that daylight saving skips stands for the first instant after the gap; one that comes twice, for the first of the two.
 */
export function instantAt(moment: LocalMoment, timeZone: string): Instant {
  const wanted = asIfUtc(moment)
  // Offsets lie within a day; the zone's offset a day earlier and a day later are the only two candidates around one transition.
  const candidates = [-1440, 1440].map((minutes) => wanted - offsetAt(wanted + minutes * MINUTE, timeZone))
  const exact = candidates.filter((utc) => asIfUtc(localMoment(new Date(utc), timeZone)) === wanted)
  const [low, high] = [Math.min(...candidates), Math.max(...candidates)]
  const at = exact.length > 0 ? Math.min(...exact) : (offsetTurn(low - MINUTE, high, timeZone) ?? high)
  return new Date(at).toISOString()
}

/** The calendar date `days` later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** HH:mm of a minute of the day; 1440 is 24:00. */
export function clockText(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`
}

/** Part of the local day, `from` inclusive to `to` exclusive; `from > to` passes midnight; `from === to` is empty. */
export interface DaySpan {
  readonly from: number
  readonly to: number
}

/** Whether a minute of the day lies in the span. */
export const inSpan = (minute: number, { from, to }: DaySpan): boolean =>
  from <= to ? minute >= from && minute < to : minute >= from || minute < to
