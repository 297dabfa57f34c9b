import { instantAt } from '../local-time'
import type { Duty, DutyCalendar } from './duty'

/** Opening and closing of one day in epoch milliseconds; `closes` no longer belongs to it. */
export interface OpenSpan {
  readonly opens: number
  readonly closes: number
}

const isoWeekday = (date: string): number => new Date(`${date}T00:00:00.000Z`).getUTCDay() || 7

/** The team's hours on a local date (YYYY-MM-DD); null on a free day, or when daylight saving skips the whole of them. */
export function openSpan({ hours, timeZone }: Duty, date: string, calendar?: DutyCalendar): OpenSpan | null {
  const said = calendar?.(date) ?? null
  if (said === 'holiday' || (said === null && !hours.workdays.includes(isoWeekday(date)))) return null
  const opens = Date.parse(instantAt({ date, minuteOfDay: hours.from }, timeZone))
  const closes = Date.parse(instantAt({ date, minuteOfDay: hours.to }, timeZone))
  return opens < closes ? { opens, closes } : null
}
