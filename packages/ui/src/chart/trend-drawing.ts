import { glucoseTrend, type Drawing } from '@suixing/charts'
import type { GlucoseView } from '@suixing/contracts'
import { medianTrend } from '@suixing/glucose'
import { shownUnit } from '../level/glucose-text'
import { localDay, offsetMinutes } from './local-day'
import { trendTicks } from './trend-ticks'

const noon = 12 * 3_600_000

/** The trend of a glucose view in a box: marks for a meter's readings with the 3-day median, a broken line for a sensor's. */
export const trendDrawing = (
  view: GlucoseView,
  box: { width: number; height: number; fontSize: number; markRadius: number },
): Drawing => {
  const { points, source, days, timeZone } = view
  const from = Date.parse(view.from)
  const to = Date.parse(view.to)
  const dated = points.map((point) => ({ localDay: localDay(point), value: point.glucose }))
  const offset = points[0] ? offsetMinutes(points[0]) * 60_000 : 0
  const sensor = source === 'cgm' || source === 'mixed'
  const median =
    sensor || days < 7
      ? []
      : medianTrend(dated, shownUnit).map(({ localDay: day, median: amount }) => ({
          at: Math.min(to, Math.max(from, Date.parse(`${day}T00:00:00Z`) + noon - offset)),
          median: amount,
        }))
  // Ninety days of dots would cover one another at the size of fourteen.
  const markRadius = Math.min(box.markRadius, Math.max(2.2, (box.width * 1.4) / Math.max(1, points.length)))
  return glucoseTrend({
    ...box,
    from,
    to,
    shownUnit,
    readings: points.map(({ at, glucose }) => ({ at: Date.parse(at), value: glucose })),
    ticks: trendTicks({ from, to, days, timeZone, current: view.current }),
    series: sensor
      ? { kind: 'sensor', gapMinutes: view.joinWithinMinutes, maxPoints: 600 }
      : { kind: 'meter', markRadius },
    median,
  })
}
