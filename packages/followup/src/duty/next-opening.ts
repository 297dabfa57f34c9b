import type { Instant } from '@suixing/contracts'
import { addDays, localMoment } from '../local-time'
import { openSpan } from './open-span'
import type { Duty, DutyCalendar } from './duty'

/** Further ahead nobody is told 「我们……上班」: that team has closed. */
const HORIZON_DAYS = 30

/** The first opening of the team after `now` (while it is open: that of a later day); null when there is none within 30 days. */
export function nextOpening(duty: Duty, now: Instant, calendar?: DutyCalendar): Instant | null {
  const today = localMoment(now, duty.timeZone).date
  for (let days = 0; days <= HORIZON_DAYS; days++) {
    const span = openSpan(duty, addDays(today, days), calendar)
    if (span && span.opens > Date.parse(now)) return new Date(span.opens).toISOString()
  }
  return null
}
