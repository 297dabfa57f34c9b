import {
  atDisplayPrecision,
  classify,
  defaultThresholds,
  displayDecimals,
  glucoseLevels,
  type GlucoseLevel,
  type GlucoseThresholds,
  type GlucoseUnit,
  type GlucoseValue,
} from '@suixing/glucose'
import type { Drawing, Mark, TextMark } from './marks'
import { linearScale } from './scale'

/** Shares of the ruler each level takes, in percent; fixed, so that every ruler of the product reads alike. */
export const rulerShares: Readonly<Record<GlucoseLevel, number>> = {
  veryLow: 12,
  low: 11,
  inRange: 43,
  high: 19,
  veryHigh: 15,
}

/** Where the ruler ends: the range of a common meter. Values beyond stand at the end. */
export const rulerEnds: Readonly<Record<GlucoseUnit, readonly [number, number]>> = {
  'mmol/L': [1.1, 33.3],
  'mg/dL': [20, 600],
}

export interface RangeRulerInput {
  readonly width: number
  /** Size of the words below. */
  readonly fontSize: number
  /** The value the ring stands at; none draws the bare ruler, HI and LO are words at its end and have no ring. */
  readonly value?: GlucoseValue
  /** Unit of the limits below the ruler. */
  readonly shownUnit: GlucoseUnit
  /** The word between the limits, such as 目标. */
  readonly targetWord: string
  readonly thresholds?: GlucoseThresholds
}

const [barHeight, barTop, gap, ringRadius] = [12, 9, 3, 12] as const

/** 血糖尺: five segments, a ring at the value inside the segment of its class, the target named below. */
export function rangeRuler(input: RangeRulerInput): Drawing {
  const { width, fontSize, value, shownUnit, targetWord, thresholds = defaultThresholds } = input
  const spans = levelSpans(width)
  const baseline = barTop + barHeight + 6 + fontSize
  const segments = glucoseLevels.map((level): Mark => {
    const [start, end] = spans[level]
    return {
      kind: 'rect',
      role: `range-${level}`,
      x: start,
      y: barTop,
      width: end - start,
      height: barHeight,
      radius: 3,
    }
  })
  const limits = thresholds[shownUnit]
  const [targetStart, targetEnd] = spans.inRange
  const word = (x: number, text: string): TextMark => ({
    kind: 'text',
    role: 'axis-text',
    x,
    y: baseline,
    text,
    size: fontSize,
    anchor: 'middle',
    weight: 400,
  })
  const marks: Mark[] = [
    ...segments,
    word(targetStart, limits.lowBelow.toFixed(displayDecimals[shownUnit])),
    word((targetStart + targetEnd) / 2, targetWord),
    word(targetEnd, limits.highAbove.toFixed(displayDecimals[shownUnit])),
    ...(value ? pointer(value, width, baseline, fontSize, thresholds) : []),
  ]
  return { width, height: Math.ceil(baseline + fontSize * 0.4), marks }
}

/** Where the ring stands, in pixels from the left; HI and LO have no place. */
export function rulerPosition(
  value: GlucoseValue,
  width: number,
  thresholds: GlucoseThresholds = defaultThresholds,
): number | undefined {
  if (value.kind !== 'number') return undefined
  const { level } = classify(value, thresholds)
  const limits = thresholds[value.unit]
  const [least, most] = rulerEnds[value.unit]
  const edges: Readonly<Record<GlucoseLevel, readonly [number, number]>> = {
    veryLow: [least, limits.veryLowBelow],
    low: [limits.veryLowBelow, limits.lowBelow],
    inRange: [limits.lowBelow, limits.highAbove],
    high: [limits.highAbove, limits.veryHighAbove],
    veryHigh: [limits.veryHighAbove, most],
  }
  const [start, end] = levelSpans(width)[level]
  const place = linearScale(edges[level], [start, end])(atDisplayPrecision(value.value, value.unit))
  return Math.min(Math.max(place, start), end)
}

function pointer(
  value: GlucoseValue,
  width: number,
  baseline: number,
  size: number,
  thresholds: GlucoseThresholds,
): readonly Mark[] {
  if (value.kind === 'HI')
    return [
      {
        kind: 'text',
        role: 'range-veryHigh-text',
        x: width,
        y: baseline,
        text: 'HI',
        size,
        anchor: 'end',
        weight: 600,
      },
    ]
  if (value.kind === 'LO')
    return [
      { kind: 'text', role: 'range-veryLow-text', x: 0, y: baseline, text: 'LO', size, anchor: 'start', weight: 600 },
    ]
  const place = rulerPosition(value, width, thresholds) ?? 0
  const halo = 3
  const x = Math.min(Math.max(place, ringRadius + halo), width - ringRadius - halo)
  return [{ kind: 'ring', role: 'ink', x, y: barTop + barHeight / 2, radius: ringRadius, width: 6, halo }]
}

function levelSpans(width: number): Readonly<Record<GlucoseLevel, readonly [number, number]>> {
  const room = width - gap * (glucoseLevels.length - 1)
  let x = 0
  const span = (level: GlucoseLevel): readonly [number, number] => {
    const start = x
    const end = start + (room * rulerShares[level]) / 100
    x = end + gap
    return [start, end]
  }
  return {
    veryLow: span('veryLow'),
    low: span('low'),
    inRange: span('inRange'),
    high: span('high'),
    veryHigh: span('veryHigh'),
  }
}
