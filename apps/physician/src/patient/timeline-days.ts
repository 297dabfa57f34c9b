import { clockText, dayText, localParts } from '@suixing/ui'
import { dayLabel } from '../time/day-label'
import type { TimelineEntry } from './timeline-entry'

/** An entry with its time of day, and when it is due where it is still to come: 「明天 08:00」. */
export type TimedEntry = TimelineEntry & { readonly time: string; readonly dueText?: string }

export interface TimelineDay {
  readonly label: string
  /** Newest first. */
  readonly entries: readonly TimedEntry[]
}

/** Groups entries, given newest first, by the patient's local day. */
export const timelineDays = (entries: readonly TimelineEntry[], now: string, timeZone: string): TimelineDay[] => {
  const today = localParts(now, timeZone)
  const days: { label: string; entries: TimedEntry[] }[] = []
  for (const entry of entries) {
    const parts = localParts(entry.at, timeZone)
    const label = dayLabel(parts, today)
    const due = entry.due === undefined ? undefined : localParts(entry.due, timeZone)
    const timed: TimedEntry = {
      ...entry,
      time: clockText(parts),
      ...(due ? { dueText: `${dayText(due, today)} ${clockText(due)}` } : {}),
    }
    const last = days[days.length - 1]
    if (last?.label === label) last.entries.push(timed)
    else days.push({ label, entries: [timed] })
  }
  return days
}
