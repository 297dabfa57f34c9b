import { localParts } from '../time/local-time'

const hour = 3_600_000
const day = 24 * hour

/** A mark under the time axis; `at` in milliseconds since 1970. */
export interface Tick {
  readonly at: number
  readonly label: string
}

const dayLabel = (at: number, timeZone: string): string => {
  const { month, day: date } = localParts(new Date(at).toISOString(), timeZone)
  return `${month}/${date}`
}

/** Ticks of a span: every six hours of one day, else about four days named month/day; the last one is 今天 only when the span ends now. */
export const trendTicks = (span: {
  from: number
  to: number
  days: number
  timeZone: string
  current: boolean
}): readonly Tick[] => {
  const { from, to, days, timeZone, current } = span
  if (days <= 1)
    return Array.from({ length: Math.floor((to - from) / (6 * hour)) + 1 }, (_, index) => {
      const at = from + index * 6 * hour
      const { hour: clock } = localParts(new Date(at).toISOString(), timeZone)
      return { at, label: `${clock} 点` }
    })
  const step = days <= 7 ? 2 : days <= 14 ? 5 : 30
  const named = Array.from({ length: Math.ceil(days / step) }, (_, index) => from + index * step * day)
  return [
    ...named.filter((at) => to - at > step * day * 0.4).map((at) => ({ at, label: dayLabel(at, timeZone) })),
    { at: to, label: current ? '今天' : dayLabel(to, timeZone) },
  ]
}
