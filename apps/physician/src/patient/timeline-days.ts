import { clockText, localParts } from '@suixing/ui'
import { dayLabel } from '../time/day-label'
import type { TimelineEntry } from './timeline-entry'

export interface TimelineDay {
  readonly label: string
  /** Newest first, each with its time of day. */
  readonly entries: readonly (TimelineEntry & { readonly time: string })[]
}

/** Groups entries, given newest first, by the patient's local day. */
export const timelineDays = (entries: readonly TimelineEntry[], now: string, timeZone: string): TimelineDay[] => {
  const today = localParts(now, timeZone)
  const days: { label: string; entries: (TimelineEntry & { time: string })[] }[] = []
  for (const entry of entries) {
    const parts = localParts(entry.at, timeZone)
    const label = dayLabel(parts, today)
    const timed = { ...entry, time: clockText(parts) }
    const last = days[days.length - 1]
    if (last?.label === label) last.entries.push(timed)
    else days.push({ label, entries: [timed] })
  }
  return days
}
