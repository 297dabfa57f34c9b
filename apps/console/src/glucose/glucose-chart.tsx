import type { GlucoseView } from '@suixing/contracts'
import { ambulatoryChart, glucoseTrend } from '@suixing/charts'
import { useBoxWidth } from '../look/use-box-width'
import { dayProfile } from './day-profile'
import { DrawingSvg } from './drawing-svg'
import { trendTicks } from './trend-ticks'

const height = 210
const fontSize = 12

/** Readings on the time axis, in mmol/L for the eye; each keeps the class of its own unit. */
export function TrendChart({ view }: { view: GlucoseView }) {
  const [box, width] = useBoxWidth<HTMLDivElement>(724)
  const drawing = glucoseTrend({
    width,
    height,
    fontSize,
    from: Date.parse(view.from),
    to: Date.parse(view.to),
    readings: view.points.map(({ at, glucose }) => ({ at: Date.parse(at), value: glucose })),
    shownUnit: 'mmol/L',
    ticks: trendTicks(view.from, view.to, view.days, view.timeZone),
    series:
      view.source === 'smbg'
        ? { kind: 'meter', markRadius: 4 }
        : { kind: 'sensor', gapMinutes: view.joinWithinMinutes, maxPoints: 1200 },
  })
  return (
    <div ref={box}>
      <DrawingSvg drawing={drawing} label="血糖走势" />
    </div>
  )
}

/** The day as percentiles; null profile says why there is no curve. */
export function DayChart({ view }: { view: GlucoseView }) {
  const [box, width] = useBoxWidth<HTMLDivElement>(724)
  const wear = view.summary.wearPercent
  const drawing = ambulatoryChart({
    width,
    height,
    fontSize,
    content: view.profile
      ? { kind: 'profile', profile: dayProfile(view.profile) }
      : {
          kind: 'insufficient',
          unit: 'mmol/L',
          text: wear === null ? '指尖血糖看走势图' : `佩戴 ${Math.round(wear)}%，满 70% 才画`,
        },
  })
  return (
    <div ref={box}>
      <DrawingSvg drawing={drawing} label="一天里的血糖分布" />
    </div>
  )
}
