import type { Instant } from '@suixing/contracts'
import { addDays, inSpan, instantAt, localMoment } from './local-time'
import type { DaySpan } from './local-time'

/** First instant at or after `from` whose local minute lies in `wanted` and not in `quiet`; null when the two never leave room. */
export function nextAllowed(from: Instant, timeZone: string, quiet: DaySpan, wanted: DaySpan | null): Instant | null {
  const { date, minuteOfDay } = localMoment(from, timeZone)
  const allowed = (minute: number): boolean => !inSpan(minute, quiet) && (wanted === null || inSpan(minute, wanted))
  if (allowed(minuteOfDay)) return from
  // Spans change only where one of them begins or ends, so only those minutes can be the first allowed one.
  const edges = [...new Set([quiet.to, ...(wanted ? [wanted.from] : [])])]
    .map((minute) => minute % 1440)
    .sort((a, b) => a - b)
  for (const days of [0, 1]) {
    for (const minute of edges) {
      if ((days === 0 && minute <= minuteOfDay) || !allowed(minute)) continue
      const at = instantAt({ date: addDays(date, days), minuteOfDay: minute }, timeZone)
      if (at > from) return at
    }
  }
  return null
}
