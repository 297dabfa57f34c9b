import { glucoseView, type AnswerOf } from '@suixing/contracts'
import { fixtureNow } from './programme-fixture'

type View = AnswerOf<'consoleGlucose'>
const day = 86_400_000

/** A smooth invented day with three meals, in mmol/L. */
const valueAt = (minute: number, shift: number): number => {
  const bump = (at: number, height: number) => height * Math.exp(-(((minute - at) / 75) ** 2))
  return (
    Math.round(
      (6.1 +
        bump(540, 4.4) +
        bump(810, 3.4) +
        bump(1200, 4.1) +
        Math.sin(minute / 47 + shift * 2.1) * 0.9 +
        Math.sin(shift * 5.3) * 1.2) *
        10,
    ) / 10
  )
}
const levelOf = (value: number): View['points'][number]['level'] =>
  value < 3 ? 'veryLow' : value < 3.9 ? 'low' : value <= 10 ? 'inRange' : value <= 13.9 ? 'high' : 'veryHigh'

/** A sensor's readings every quarter of an hour over the days asked for. */
export function glucoseFixture(days: number): View {
  const to = Date.parse(fixtureNow)
  const from = to - days * day
  const points = Array.from({ length: days * 96 }, (_, index) => {
    const at = new Date(from + index * 900_000)
    const minuteOfDay = (at.getUTCHours() * 60 + at.getUTCMinutes() + 480) % 1440
    const value = valueAt(minuteOfDay, Math.floor(index / 96))
    return {
      at: at.toISOString(),
      minuteOfDay,
      glucose: { kind: 'number' as const, value, unit: 'mmol/L' as const },
      level: levelOf(value),
    }
  })
  const counts = { veryLow: 0, low: 0, inRange: 0, high: 0, veryHigh: 0 }
  for (const { level } of points) counts[level] += 1
  return glucoseView.parse({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    current: true,
    days,
    timeZone: 'Asia/Shanghai',
    source: 'cgm',
    points,
    joinWithinMinutes: 45,
    counts,
    total: points.length,
    summary: {
      meanMmolPerL: 7.7,
      standardDeviationMmolPerL: 2.4,
      coefficientOfVariationPercent: 31,
      glucoseManagementIndicatorPercent: 6.6,
      wearPercent: 93,
      sufficient: days >= 14,
    },
    profile:
      days >= 14
        ? Array.from({ length: 96 }, (_, slot) => {
            const p50 = valueAt(slot * 15, 0)
            return { minuteOfDay: slot * 15, p5: p50 - 2.2, p25: p50 - 0.9, p50, p75: p50 + 1.1, p95: p50 + 2.9 }
          })
        : null,
    latest: points.at(-1) ?? null,
    previous: null,
    attribution: null,
  })
}
