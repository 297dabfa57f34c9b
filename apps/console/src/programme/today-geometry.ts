import type { ProgrammePage } from '@suixing/contracts'

type Hour = ProgrammePage['today'][number]
/** Stacking order, from the axis up. */
export const series = ['sent', 'open', 'ended'] as const
export type Series = (typeof series)[number]

export interface Segment {
  readonly hour: number
  readonly series: Series
  readonly count: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The hour has not begun: drawn pale. */
  readonly ahead: boolean
}
export interface TodayGeometry {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly base: number
  readonly segments: readonly Segment[]
  readonly quiet: readonly { readonly x: number; readonly width: number }[]
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  readonly hours: readonly { readonly hour: number; readonly x: number }[]
  /** x of now. */
  readonly nowX: number
}

/** The smallest of 1, 2, 5 × 10ⁿ (and 4, 10 for small counts) that is not below the count. */
export function niceCeiling(count: number): number {
  for (let power = 1; ; power *= 10) for (const step of [1, 2, 4, 5, 10]) if (step * power >= count) return step * power
}

/** Quiet minutes of a local day as intervals; a night from 21:00 to 08:00 is two of them. */
const quietIntervals = ({ from, to }: { from: number; to: number }): [number, number][] =>
  from === to
    ? []
    : from < to
      ? [[from, to]]
      : [
          [0, to],
          [from, 1440],
        ]

/**
 * Where everything of today's chart stands, in px of a box.
 * Shows two hours of either quiet end, and more when there is something to show there.
 */
export function todayGeometry(
  hours: readonly Hour[],
  quietHours: { from: number; to: number },
  nowMinute: number,
  box: { width: number; height: number },
): TodayGeometry {
  const used = hours.filter((hour) => hour.sent + hour.open + hour.ended > 0).map((hour) => hour.hour)
  const night = quietHours.from > quietHours.to
  const first = Math.max(
    0,
    Math.min(night ? Math.floor(quietHours.to / 60) - 2 : 6, Math.floor(nowMinute / 60), ...used),
  )
  const last = Math.min(
    24,
    Math.max(
      night ? Math.ceil(quietHours.from / 60) + 2 : 23,
      Math.ceil((nowMinute + 1) / 60),
      ...used.map((hour) => hour + 1),
    ),
  )
  const [left, right, top, base] = [30, box.width, 24, box.height - 22]
  const slot = (right - left) / (last - first)
  const xOf = (minute: number) => left + (minute / 60 - first) * slot
  const ceiling = niceCeiling(Math.max(1, ...hours.map((hour) => hour.sent + hour.open + hour.ended)))
  const yOf = (count: number) => base - (count / ceiling) * (base - top)
  const inside = ([from, to]: [number, number]) => ({ from: Math.max(from, first * 60), to: Math.min(to, last * 60) })

  const segments = hours.flatMap((hour) => {
    let stacked = 0
    return series.flatMap((name): Segment[] => {
      const count = hour[name]
      if (count === 0) return []
      const y = yOf(stacked + count)
      const height = Math.max(1, yOf(stacked) - y - 1.5)
      stacked += count
      const pad = slot * 0.17
      return [
        {
          hour: hour.hour,
          series: name,
          count,
          x: xOf(hour.hour * 60) + pad,
          y,
          width: slot - 2 * pad,
          height,
          ahead: hour.hour * 60 > nowMinute,
        },
      ]
    })
  })
  const step = last - first > 18 ? 4 : 3
  return {
    left,
    right,
    top,
    base,
    segments,
    quiet: quietIntervals(quietHours)
      .map(inside)
      .filter(({ from, to }) => to > from)
      .map(({ from, to }) => ({ x: xOf(from), width: xOf(to) - xOf(from) })),
    ticks: [...new Set([0, ...(ceiling % 2 === 0 ? [ceiling / 2] : []), ceiling])].map((value) => ({
      value,
      y: yOf(value),
    })),
    hours: Array.from({ length: last - first }, (_, index) => first + index)
      .filter((hour) => hour % step === 0)
      .map((hour) => ({ hour, x: xOf(hour * 60) })),
    nowX: xOf(nowMinute),
  }
}
