import {
  classify,
  convert,
  defaultThresholds,
  type GlucoseThresholds,
  type GlucoseUnit,
  type GlucoseValue,
  type RankedPoint,
} from '@suixing/glucose'
import { axisLabels } from './axis-labels'
import type { Drawing, Mark, TextMark } from './marks'
import { levelMarkReach } from './level-mark'
import { linearScale } from './scale'
import { meterMarks } from './meter-marks'
import { sensorMarks } from './sensor-marks'
import { targetFrame } from './target-frame'
import { textWidth } from './text-width'
import { trendDomain } from './trend-domain'

/** A reading on the time axis; `at` is milliseconds since 1970. */
export interface TrendReading {
  readonly at: number
  readonly value: GlucoseValue
}

export interface GlucoseTrendInput {
  readonly width: number
  readonly height: number
  /** Axis and word size in pixels: 16 for patients, 20 in large type, at least 13 for physicians. */
  readonly fontSize: number
  /** The time axis, milliseconds since 1970; readings outside are not drawn. */
  readonly from: number
  readonly to: number
  readonly readings: readonly TrendReading[]
  readonly shownUnit: GlucoseUnit
  /** Days under the axis, as the patient's calendar names them. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
  /** Marks for single measurements, or a broken line for a sensor's dense series. */
  readonly series:
    | { readonly kind: 'meter'; readonly markRadius?: number }
    | { readonly kind: 'sensor'; readonly gapMinutes: number; readonly maxPoints: number }
  /** The 3-day median, in `shownUnit`, at the middle of each day; drawn unbroken over days without readings. */
  readonly median?: readonly { readonly at: number; readonly median: RankedPoint }[]
  readonly thresholds?: GlucoseThresholds
}

/** Marks of a trend: band, limits, readings by shape and colour of their range, HI and LO as words at the edge. */
export function glucoseTrend(input: GlucoseTrendInput): Drawing {
  const { width, height, fontSize, from, to, shownUnit, series, thresholds = defaultThresholds } = input
  const limits = thresholds[shownUnit]
  const readings = input.readings.filter(({ at }) => at >= from && at <= to).sort((a, b) => a.at - b.at)
  const points = readings.flatMap(({ at, value }) =>
    value.kind === 'number'
      ? [{ at, amount: convert(value.value, value.unit, shownUnit), level: classify(value, thresholds).level }]
      : [],
  )
  const words = readings.filter(({ value }) => value.kind !== 'number')
  const radius = series.kind === 'meter' ? (series.markRadius ?? 4.6) : 3.2
  const reach = levelMarkReach(radius)
  const edge = fontSize * 1.2
  const left = textWidth('10.0', fontSize) + fontSize / 2
  const bottom = height - fontSize * 2
  const hasWord = (kind: 'HI' | 'LO') => words.some(({ value }) => value.kind === kind)
  const x = linearScale([from, to], [left + reach, width - reach])
  const y = linearScale(
    trendDomain(
      points.map(({ amount }) => amount),
      limits,
    ),
    [bottom - reach - (hasWord('LO') ? edge : 0), reach + (hasWord('HI') ? edge : 0)],
  )
  const placed = points.map((point) => ({ ...point, x: x(point.at), y: y(point.amount) }))
  const days = [...(input.median ?? [])].sort((a, b) => a.at - b.at)
  const median = days.flatMap(({ at, median: amount }) =>
    typeof amount === 'number' && at >= from && at <= to ? [[x(at), y(amount)] as const] : [],
  )
  const marks: Mark[] = [
    ...targetFrame({ left, right: width, y, limits, unit: shownUnit, fontSize }),
    ...(series.kind === 'meter' ? [] : sensorMarks({ points: placed, radius, ...series })),
    ...(median.length > 1
      ? [{ kind: 'line', role: 'median', points: median, width: 2.2, curve: 'monotone', opacity: 0.9 } as const]
      : []),
    ...(series.kind === 'meter' ? meterMarks(placed, radius) : []),
    ...edgeWords(words, x, fontSize, bottom, width),
    ...axisLabels({
      labels: input.ticks.map(({ at, label }) => ({ x: x(at), text: label })),
      left,
      right: width,
      baseline: height - fontSize * 0.4,
      size: fontSize,
    }),
  ]
  return { width, height, marks }
}

function edgeWords(
  words: readonly TrendReading[],
  x: (at: number) => number,
  size: number,
  bottom: number,
  width: number,
): readonly TextMark[] {
  const lastEnd = { HI: -Infinity, LO: -Infinity }
  return words.flatMap(({ at, value }): TextMark[] => {
    if (value.kind === 'number') return []
    const half = textWidth(value.kind, size) / 2
    const centre = Math.min(Math.max(x(at), half), width - half)
    // A run of HI is one statement; words never touch.
    if (centre - half < lastEnd[value.kind]) return []
    lastEnd[value.kind] = centre + half + size / 4
    const [y, role] =
      value.kind === 'HI'
        ? [size, 'range-veryHigh-text' as const]
        : [bottom - size * 0.15, 'range-veryLow-text' as const]
    return [{ kind: 'text', role, x: centre, y, text: value.kind, size, anchor: 'middle', weight: 600 }]
  })
}
