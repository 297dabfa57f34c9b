import type { Instant } from '@suixing/contracts'
import { addDays, localMoment } from '../local-time'
import type { Duty, DutyCalendar } from './duty'
import { openSpan } from './open-span'

const MINUTE = 60_000

/** Minutes from one instant to another in which the team is open; 0 when the second is not later. */
export function openMinutesBetween(duty: Duty, from: Instant, to: Instant, calendar?: DutyCalendar): number {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const lastDay = localMoment(to, duty.timeZone).date
  let open = 0
  for (let day = localMoment(from, duty.timeZone).date; day <= lastDay; day = addDays(day, 1)) {
    const span = openSpan(duty, day, calendar)
    if (span) open += Math.max(0, Math.min(end, span.closes) - Math.max(start, span.opens))
  }
  return open / MINUTE
}
