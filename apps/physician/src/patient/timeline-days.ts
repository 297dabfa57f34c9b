import { dayLabel } from '../time/day-label'
import { localTime } from '../time/local-time'
import type { TimelineEntry } from './timeline-entry'

export interface TimelineDay {
  readonly day: string
  readonly label: string
  /** Newest first, each with its time of day. */
  readonly entries: readonly (TimelineEntry & { readonly time: string })[]
}

/** Groups entries, given newest first, by the patient's local day. */
export const timelineDays = (entries: readonly TimelineEntry[], now: string, timeZone: string): TimelineDay[] => {
  const days: { day: string; label: string; entries: (TimelineEntry & { time: string })[] }[] = []
  for (const entry of entries) {
    const { day, time } = localTime(entry.at, timeZone)
    const last = days[days.length - 1]
    if (last?.day === day) last.entries.push({ ...entry, time })
    else days.push({ day, label: dayLabel(day, now, timeZone), entries: [{ ...entry, time }] })
  }
  return days
}
