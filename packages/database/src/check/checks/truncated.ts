const DAY = 86_400_000
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/**
 * The first instant of the local day, week, month, quarter or year that `at` lies in, by the platform's own calendar (Intl): what
 * `$dateTrunc` must give.
 */
export function truncated(at: Date, unit: Unit, timezone: string, startOfWeek: string): Date {
  const local = new Date(at.getTime() + offsetAt(at.getTime(), timezone))
  const months = MONTHS[unit]
  const intoBin = months ? local.getUTCMonth() % months : 0
  const day = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - intoBin, months ? 1 : local.getUTCDate())
  const back = unit === 'week' ? (local.getUTCDay() - WEEKDAYS.indexOf(startOfWeek) + 7) % 7 : 0
  return new Date(instantOf(day - back * DAY, timezone))
}

/** The instant whose local reading in the time zone is `local`, given as if it were UTC. */
function instantOf(local: number, timezone: string): number {
  const first = local - offsetAt(local, timezone)
  return local - offsetAt(first, timezone)
}

/** Milliseconds that the time zone is ahead of UTC at an instant. */
function offsetAt(instant: number, timezone: string): number {
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(timezone)
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(instant))
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value)
  const whole = Math.floor(instant / 1_000) * 1_000
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - whole
}
