import { dayWords, timeWords } from '../time/time-words'
import { wallClock } from '../time/wall-clock'

/** Local midnights (every `stepDays` of them) between two instants, named by day; for a single day, every sixth hour. */
export function trendTicks(from: string, to: string, days: number, timeZone: string): { at: number; label: string }[] {
  const hour = 3_600_000
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const stepDays = Math.max(1, Math.ceil(days / 7))
  const ticks: { at: number; label: string }[] = []
  let midnights = 0
  for (let at = Math.ceil(start / hour) * hour; at <= end; at += hour) {
    const instant = new Date(at).toISOString()
    const { hour: local } = wallClock(instant, timeZone)
    if (days === 1 ? local % 6 === 0 : local === 0 && midnights++ % stepDays === 0)
      ticks.push({ at, label: days === 1 ? timeWords(instant, timeZone) : dayWords(instant, timeZone) })
  }
  return ticks
}
