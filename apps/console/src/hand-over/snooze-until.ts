import type { DutyView } from '@suixing/contracts'
import { programmeTimeZone, wallClock } from '../time/wall-clock'
import { instantOf, isoWeekday } from '../time/zoned-instant'

export type WorkingHours = DutyView['hours']

/** An hour from now. */
export const inAnHour = (now: string): string => new Date(Date.parse(now) + 3_600_000).toISOString()

/** The beginning of the next working day after today, as the programme's hours and zone have it; 08:00 on any day when no hours are known. */
export function nextWorkday(now: string, hours: WorkingHours | undefined, timeZone = programmeTimeZone): string {
  const { year, month, day } = wallClock(now, timeZone)
  const { workdays, from } = hours ?? { workdays: [1, 2, 3, 4, 5, 6, 7], from: 480 }
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    if (workdays.includes(isoWeekday(year, month, day + ahead)))
      return instantOf({ year, month, day: day + ahead, minute: from }, timeZone)
  }
  return instantOf({ year, month, day: day + 1, minute: from }, timeZone)
}
