import { defaultThresholds, type AmbulatoryProfile, type GlucoseThresholds, type RankedPoint } from '@suixing/glucose'
import { axisLabels } from './axis-labels'
import type { Drawing, Mark, Point } from './marks'
import { linearScale } from './scale'
import { limitLabel, targetFrame } from './target-frame'
import { textWidth } from './text-width'

export interface AmbulatoryChartInput {
  readonly width: number
  readonly height: number
  readonly fontSize: number
  /** A curve from enough data, or the sentence that says why there is none. */
  readonly content:
    | { readonly kind: 'profile'; readonly profile: AmbulatoryProfile }
    | { readonly kind: 'insufficient'; readonly text: string; readonly unit: AmbulatoryProfile['unit'] }
  readonly thresholds?: GlucoseThresholds
}

/**
 * The ambulatory glucose profile over 24 hours: median, 25–75 % and 5–95 % bands, the target band, dotted very low and
 * very high limits. Empty slots break the bands; percentiles that are HI or LO are held at the edge.
 */
export function ambulatoryChart(input: AmbulatoryChartInput): Drawing {
  const { width, height, fontSize, content, thresholds = defaultThresholds } = input
  const unit = content.kind === 'profile' ? content.profile.unit : content.unit
  const limits = thresholds[unit]
  const left = textWidth('13.9', fontSize) + fontSize / 2
  const bottom = height - fontSize * 2
  const domain = profileDomain(content.kind === 'profile' ? content.profile : undefined, limits)
  const x = linearScale([0, 1440], [left, width])
  const y = linearScale(domain, [bottom, fontSize * 0.5])
  const amountY = (point: RankedPoint) => y(point === 'HI' ? domain[1] : point === 'LO' ? domain[0] : point)
  const across = (limit: number): readonly [Point, Point] => [
    [left, y(limit)],
    [width, y(limit)],
  ]
  const middle = (left + width) / 2
  const marks: Mark[] = [
    ...targetFrame({ left, right: width, y, limits, unit, fontSize }),
    limitLabel(limits.veryHighAbove, left, y, unit, fontSize),
    ...(content.kind === 'profile' ? bands(content.profile, x, amountY) : []),
    ...[limits.lowBelow, limits.highAbove].map((limit): Mark => ({
      kind: 'line',
      role: 'range-inRange',
      points: across(limit),
      width: 1,
      curve: 'straight',
    })),
    {
      kind: 'line',
      role: 'range-veryLow',
      points: across(limits.veryLowBelow),
      width: 1,
      curve: 'straight',
      dash: [2, 3],
    },
    {
      kind: 'line',
      role: 'range-veryHigh',
      points: across(limits.veryHighAbove),
      width: 1,
      curve: 'straight',
      dash: [2, 3],
    },
    ...(content.kind === 'profile'
      ? medians(content.profile, x, amountY)
      : [
          {
            kind: 'text',
            role: 'axis-text',
            x: middle,
            y: (y(limits.lowBelow) + y(limits.highAbove)) / 2 + fontSize * 0.36,
            text: content.text,
            size: fontSize,
            anchor: 'middle',
            weight: 400,
          } as const,
        ]),
    ...axisLabels({
      labels: [0, 6, 12, 18, 24].map((hour) => ({ x: x(hour * 60), text: `${String(hour).padStart(2, '0')}:00` })),
      left,
      right: width,
      baseline: height - fontSize * 0.4,
      size: fontSize,
    }),
  ]
  return { width, height, marks }
}

type Filled = AmbulatoryProfile['slots'][number] & { percentiles: object }

function runs(profile: AmbulatoryProfile): readonly (readonly Filled[])[] {
  const found: Filled[][] = [[]]
  for (const slot of profile.slots) {
    if (slot.percentiles) found[found.length - 1]?.push(slot as Filled)
    else found.push([])
  }
  return found.filter((run) => run.length > 0)
}

function bands(
  profile: AmbulatoryProfile,
  x: (minute: number) => number,
  y: (point: RankedPoint) => number,
): readonly Mark[] {
  const band = (high: 'p95' | 'p75', low: 'p5' | 'p25', opacity: number) =>
    runs(profile).map((run): Mark => {
      const edge = (key: typeof high | typeof low) => line(run, key, profile, x, y)
      return { kind: 'area', role: 'median', upper: edge(high), lower: edge(low), curve: 'monotone', opacity }
    })
  return [...band('p95', 'p5', 0.13), ...band('p75', 'p25', 0.3)]
}

function medians(
  profile: AmbulatoryProfile,
  x: (minute: number) => number,
  y: (point: RankedPoint) => number,
): readonly Mark[] {
  return runs(profile).map((run) => ({
    kind: 'line',
    role: 'median',
    points: line(run, 'p50', profile, x, y),
    width: 2.4,
    curve: 'monotone',
  }))
}

// A slot speaks for its middle; a run that touches midnight is drawn to the edge of the day.
function line(
  run: readonly Filled[],
  key: 'p5' | 'p25' | 'p50' | 'p75' | 'p95',
  { slotMinutes }: AmbulatoryProfile,
  x: (minute: number) => number,
  y: (point: RankedPoint) => number,
): readonly Point[] {
  const points = run.map(({ minuteOfDay, percentiles }): Point => [
    x(minuteOfDay + slotMinutes / 2),
    y(percentiles[key]),
  ])
  const [first, last] = [run[0], run[run.length - 1]]
  if (!first || !last) return points
  const start: Point = [x(first.minuteOfDay), y(first.percentiles[key])]
  const end: Point = [x(last.minuteOfDay + slotMinutes), y(last.percentiles[key])]
  return [start, ...points, end]
}

function profileDomain(
  profile: AmbulatoryProfile | undefined,
  limits: { veryLowBelow: number; veryHighAbove: number },
): readonly [number, number] {
  const air = (limits.veryHighAbove - limits.veryLowBelow) * 0.08
  let [low, high] = [limits.veryLowBelow - air, limits.veryHighAbove + air]
  for (const { percentiles } of profile?.slots ?? []) {
    // All five: where the outermost are words, an inner one is the last number.
    for (const point of Object.values<RankedPoint>(percentiles ?? {})) {
      if (typeof point !== 'number') continue
      low = Math.min(low, point)
      high = Math.max(high, point)
    }
  }
  return [low, high]
}
