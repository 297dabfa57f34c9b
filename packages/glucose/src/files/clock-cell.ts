/**
 * What a time cell says. Wall clocks are milliseconds since 1970 as if the wall clock were UTC; `numeric` is a date
 * such as 3/4/2024 whose order only the whole column can decide.
 */
export type ClockCell =
  | { readonly kind: 'instant'; readonly at: number }
  | { readonly kind: 'wall'; readonly wall: number }
  | {
      readonly kind: 'numeric'
      readonly first: number
      readonly second: number
      readonly year: number
      readonly clock: number
    }
  | {
      readonly kind: 'unreadable'
      readonly code: 'time-missing' | 'time-unreadable' | 'time-of-day-missing' | 'date-impossible'
    }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const clockPattern = String.raw`(am|pm|上午|下午)?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?\s*(am|pm|上午|下午)?\s*(z|utc|[+-]\d{2}:?\d{2})?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t,\s]+${clockPattern})?$`)
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[t,\s]+${clockPattern})?$`)
const named = new RegExp(
  String.raw`^(?:(\d{1,2})[-\s]([a-z]{3})[a-z]*|([a-z]{3})[a-z]*\s(\d{1,2}),?)[-\s](\d{4})(?:[t,\s]+${clockPattern})?$`,
)

/** Reads one time cell: ISO, slashes, dots, Chinese 年月日时分秒, English month names, 12-hour clocks, UTC offsets. */
export function readClockCell(cell: string): ClockCell {
  const text = plain(cell)
  if (text === '') return { kind: 'unreadable', code: 'time-missing' }
  const iso = yearFirst.exec(text)
  if (iso) return dated(Number(iso[1]), Number(iso[3]), Number(iso[4]), iso.slice(5))
  const month = named.exec(text)
  if (month) {
    const number = months.indexOf(month[2] ?? month[3] ?? '') + 1
    return dated(Number(month[5]), number, Number(month[1] ?? month[4]), month.slice(6))
  }
  const numeric = yearLast.exec(text)
  if (!numeric) return { kind: 'unreadable', code: 'time-unreadable' }
  const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), fullYear(Number(numeric[4]))]
  if (numeric[2] === '.') return dated(year, second, first, numeric.slice(5))
  const clock = readClock(numeric.slice(5))
  if (typeof clock !== 'object') return { kind: 'unreadable', code: clock }
  if (first > 12 && second > 12) return { kind: 'unreadable', code: 'date-impossible' }
  return { kind: 'numeric', first, second, year, clock: clock.ms }
}

/** The wall clock of a calendar date and milliseconds of the day; nothing when there is no such date. */
export function wallOf(year: number, month: number, day: number, clock: number): number | undefined {
  const midnight = Date.UTC(year, month - 1, day)
  const made = new Date(midnight)
  const exists = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
  return exists && year >= 1990 && year < 2100 ? midnight + clock : undefined
}

function dated(year: number, month: number, day: number, clockParts: readonly (string | undefined)[]): ClockCell {
  const clock = readClock(clockParts)
  if (typeof clock !== 'object') return { kind: 'unreadable', code: clock }
  const wall = wallOf(year, month, day, clock.ms)
  if (wall === undefined) return { kind: 'unreadable', code: 'date-impossible' }
  return clock.offset === undefined ? { kind: 'wall', wall } : { kind: 'instant', at: wall - clock.offset }
}

function readClock(
  parts: readonly (string | undefined)[],
): { ms: number; offset: number | undefined } | 'time-of-day-missing' | 'time-unreadable' {
  const [before, hourText, minuteText, secondText = '0', fraction = '0', after, zone] = parts
  if (hourText === undefined) return 'time-of-day-missing'
  const half = before ?? after
  const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText)]
  if (
    minute > 59 ||
    second > 59 ||
    hour > 23 ||
    (half !== undefined && /[ap]m/.test(half) && (hour < 1 || hour > 12))
  ) {
    return 'time-unreadable'
  }
  const ms = ((hourOfDay(hour, half) * 60 + minute) * 60 + second) * 1000 + Number(fraction.padEnd(3, '0'))
  return { ms, offset: zone === undefined ? undefined : offsetOf(zone) }
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (half === 'pm' || half === '下午') return hour < 12 ? hour + 12 : hour
  return hour === 12 ? 0 : hour
}

function offsetOf(zone: string): number {
  if (!/\d/.test(zone)) return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

function plain(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[年月](?=\s*\d)/g, '-')
    .replace(/日/g, ' ')
    .replace(/[时点](?=\s*\d)/g, ':')
    .replace(/分(?=\s*\d)/g, ':')
    .replace(/[分秒]/g, '')
    .replace(/-\s+/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

const fullYear = (year: number) => (year < 100 ? 2000 + year : year)
