import type { Instant } from '@suixing/contracts'
import { localMoment } from '../local-time'
import type { Duty, DutyCalendar, DutyMember } from './duty'
import { openSpan } from './open-span'

/** Whether the team's hours run at `now`; the last minute belongs to them, the closing instant does not. */
export function isOpen(duty: Duty, now: Instant, calendar?: DutyCalendar): boolean {
  const span = openSpan(duty, localMoment(now, duty.timeZone).date, calendar)
  const at = Date.parse(now)
  return span !== null && at >= span.opens && at < span.closes
}

/** Whether a member can be told something at `now` without being called out of free time. */
export function isOnDuty(duty: Duty, member: DutyMember, now: Instant, calendar?: DutyCalendar): boolean {
  if (member.availability === 'off') return false
  return member.availability === 'always' || isOpen(duty, now, calendar)
}
