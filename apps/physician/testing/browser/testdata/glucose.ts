import type { GlucoseView, ReadingPoint } from '@suixing/contracts'

const day = 86_400_000
/** 10:15 in Shanghai, as in the pictures. */
export const now = '2026-11-23T02:15:00.000Z'
const to = Date.parse(now)
const from = to - 14 * day
const iso = (at: number) => new Date(at).toISOString()

/** An invented day: fasting about 6, a rise after each of three meals. */
const usual = (hour: number): number =>
  5.9 +
  0.5 * Math.cos(((hour - 22) / 24) * 2 * Math.PI) +
  3.4 * Math.exp(-(((hour - 9) / 1.7) ** 2)) +
  2.4 * Math.exp(-(((hour - 13.6) / 1.5) ** 2)) +
  2.6 * Math.exp(-(((hour - 20) / 2.1) ** 2))

const levelOf = (value: number): ReadingPoint['level'] =>
  value < 3 ? 'veryLow' : value < 3.9 ? 'low' : value <= 10 ? 'inRange' : value <= 13.9 ? 'high' : 'veryHigh'
const point = (at: number, mmol: number): ReadingPoint => {
  const value = Math.round(mmol * 10) / 10
  return {
    at: iso(at),
    minuteOfDay: Math.floor((at + 8 * 3_600_000) / 60_000) % 1440,
    glucose: { kind: 'number', value, unit: 'mmol/L' },
    level: levelOf(value),
  }
}
const wave = (index: number) => Math.sin(index * 12.9898) * 0.6 + Math.sin(index * 4.1414) * 0.4

const view = (over: Partial<GlucoseView>): GlucoseView => ({
  from: iso(from),
  to: now,
  current: true,
  days: 14,
  timeZone: 'Asia/Shanghai',
  source: 'none',
  points: [],
  joinWithinMinutes: 45,
  counts: { veryLow: 0, low: 0, inRange: 0, high: 0, veryHigh: 0 },
  total: 0,
  summary: {
    meanMmolPerL: null,
    standardDeviationMmolPerL: null,
    coefficientOfVariationPercent: null,
    glucoseManagementIndicatorPercent: null,
    wearPercent: null,
    sufficient: false,
  },
  profile: null,
  latest: null,
  previous: null,
  attribution: null,
  ...over,
})

const sensorPoints = Array.from({ length: 14 * 48 }, (_, index) => {
  const at = from + index * 1_800_000
  return point(at, usual(((((at + 8 * 3_600_000) % day) + day) % day) / 3_600_000) + wave(index) * 1.4)
})
const last = sensorPoints[sensorPoints.length - 1] ?? null

export const sensor = view({
  source: 'cgm',
  points: sensorPoints,
  counts: { veryLow: 37, low: 113, inRange: 2774, high: 712, veryHigh: 113 },
  total: 3749,
  summary: {
    meanMmolPerL: 7.68,
    standardDeviationMmolPerL: 2.38,
    coefficientOfVariationPercent: 31,
    glucoseManagementIndicatorPercent: 6.62,
    wearPercent: 93,
    sufficient: true,
  },
  profile: Array.from({ length: 96 }, (_, slot) => {
    const middle = usual(slot / 4)
    const spread = 1 + (middle - 5.5) * 0.35
    return {
      minuteOfDay: slot * 15,
      p5: middle - 1.7 - spread * 0.5,
      p25: middle - 0.9 - spread * 0.15,
      p50: middle,
      p75: middle + 0.5 + spread * 0.6,
      p95: middle + 1.3 + spread * 1.7,
    }
  }),
  latest: last,
})

const strips = Array.from({ length: 14 }, (_, index) => index).flatMap((index) =>
  [7, 12.6, 19.4].slice(0, index % 5 === 3 ? 1 : 3).map((hour, meal) => {
    const midnight = from - ((from + 8 * 3_600_000) % day) + (index + 1) * day
    return point(midnight + hour * 3_600_000, [10.4, 13.2, 11.6][meal]! + wave(index * 3 + meal) * 2.6)
  }),
)
const stripsSoFar = strips.filter((one) => one.at <= now)
const countOf = (level: ReadingPoint['level']) => stripsSoFar.filter((one) => one.level === level).length

export const meter = view({
  source: 'smbg',
  points: stripsSoFar,
  counts: {
    veryLow: countOf('veryLow'),
    low: countOf('low'),
    inRange: countOf('inRange'),
    high: countOf('high'),
    veryHigh: countOf('veryHigh'),
  },
  total: stripsSoFar.length,
  summary: {
    ...view({}).summary,
    meanMmolPerL: 11.4,
    standardDeviationMmolPerL: 2.5,
    coefficientOfVariationPercent: 22,
  },
  latest: stripsSoFar[stripsSoFar.length - 1] ?? null,
})

export const tooLittle = view({
  source: 'cgm',
  points: sensorPoints.slice(-200),
  counts: { veryLow: 0, low: 4, inRange: 980, high: 160, veryHigh: 21 },
  total: 1165,
  summary: { ...view({}).summary, wearPercent: 29 },
  latest: last,
})

export const none = view({})
