import type { Instant } from '@suixing/contracts'
import { inSpan, localMoment, offsetTurn } from './local-time'
import type { DaySpan } from './local-time'

const MINUTE = 60_000

/** First instant at or after `from` whose local minute lies in `wanted` and not in `quiet`; null when the two never leave room. */
export function nextAllowed(from: Instant, timeZone: string, quiet: DaySpan, wanted: DaySpan | null): Instant | null {
  const { minuteOfDay } = localMoment(from, timeZone)
  const allowed = (minute: number): boolean => !inSpan(minute, quiet) && (wanted === null || inSpan(minute, wanted))
  if (allowed(minuteOfDay)) return from
  // Room begins only where quiet ends or wanted begins, so only those minutes can be the first allowed one.
  const waits = [quiet.to, ...(wanted ? [wanted.from] : [])]
    .map((minute) => minute % 1440)
    .filter(allowed)
    .map((minute) => (minute - minuteOfDay + 1440) % 1440)
  if (waits.length === 0) return null
  const start = Math.floor(Date.parse(from) / MINUTE) * MINUTE
  const at = start + Math.min(...waits) * MINUTE
  // Daylight saving may skip that minute or show an allowed one sooner: then it is asked again from the turn on.
  const turn = offsetTurn(start, at, timeZone)
  return turn === null ? new Date(at).toISOString() : nextAllowed(new Date(turn).toISOString(), timeZone, quiet, wanted)
}
