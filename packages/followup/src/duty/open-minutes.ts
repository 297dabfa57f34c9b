import type { Instant } from '@suixing/contracts'
import { localMoment } from '../local-time'
import type { Duty, DutyCalendar } from './duty'
import { nextOpening } from './next-opening'
import { isOpen } from './on-duty'
import { openSpan } from './open-span'

const MINUTE = 60_000

/**
 * The open instant at which `minutes` of the team's hours have passed since `from`: what is left over at closing goes on at the next opening.
 * Where the team does not open within 30 days, minutes of the wall clock are counted from there, for nobody should wait for it for ever.
 * Throws RangeError for minutes that are not a number from zero up.
 */
export function afterOpenMinutes(duty: Duty, from: Instant, minutes: number, calendar?: DutyCalendar): Instant {
  if (!(minutes >= 0 && Number.isFinite(minutes))) throw new RangeError('minutes must be a finite number from 0 up')
  let left = minutes * MINUTE
  let at = Date.parse(from)
  for (;;) {
    const span = openSpan(duty, localMoment(new Date(at), duty.timeZone).date, calendar)
    if (span && at >= span.opens && at < span.closes) {
      if (at + left < span.closes) return new Date(at + left).toISOString()
      left -= span.closes - at
      at = span.closes
      // A team that closes at midnight and opens at midnight is open now.
      continue
    }
    const opening = nextOpening(duty, new Date(at).toISOString(), calendar)
    if (opening === null) return new Date(at + left).toISOString()
    at = Date.parse(opening)
  }
}

/** When the team that is open at `now` closes; null when it is closed already. */
export function closingAfter(duty: Duty, now: Instant, calendar?: DutyCalendar): Instant | null {
  if (!isOpen(duty, now, calendar)) return null
  const span = openSpan(duty, localMoment(now, duty.timeZone).date, calendar)
  return span && new Date(span.closes).toISOString()
}
