import { programmeTimeZone, wallClock } from './wall-clock'

/** A day of the calendar (an overflowing day runs into the next month) and a minute of it. */
export interface WallMinute {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly minute: number
}

const shownAt = (utc: number, timeZone: string): number => {
  const { year, month, day, hour, minute } = wallClock(new Date(utc).toISOString(), timeZone)
  return Date.UTC(year, month - 1, day, hour, minute)
}

/** The instant at which a clock on the wall of a zone shows this; of a time a clock change leaves out, the instant just after. */
export function instantOf({ year, month, day, minute }: WallMinute, timeZone = programmeTimeZone): string {
  const wanted = Date.UTC(year, month - 1, day, 0, minute)
  const first = wanted - (shownAt(wanted, timeZone) - wanted)
  return new Date(first - (shownAt(first, timeZone) - wanted)).toISOString()
}

/** Day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export const isoWeekday = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7
