import type { GlucoseView, ReadingPoint } from '@suixing/contracts'
import type { ReadingRow } from '@suixing/database'
import { ambulatoryProfile, cadenceMinutes, classify, summary, timeInRange } from '@suixing/glucose'
import type { GlucoseValue } from '@suixing/glucose'
import { zonedClock } from '@suixing/glucose/files'
import type { ZonedClock } from '@suixing/glucose/files'
import type { Product } from '../platform/product'

const DAY_MS = 86_400_000
/** More points than pixels say nothing more; the extremes of each bucket are kept. */
const DRAWN_POINTS = 1200
/** Longer silence of a sensor is a gap. */
const GAP_MINUTES = 45
const UTC = 'UTC'

/** The last `days` of one patient. When nothing was measured in them: the `days` up to the latest reading, with their true dates. */
export async function glucoseView(product: Product, patientId: string, days: number): Promise<GlucoseView> {
  const { readings, identities } = product.repositories
  const timeZone = (await identities.patient(patientId))?.timeZone ?? 'Asia/Shanghai'
  const clock = (zonedClock(timeZone) ?? zonedClock(UTC)) as ZonedClock
  const now = product.clock.now().getTime()
  const last = await readings.latest(patientId)
  const current = !last || now - Date.parse(last.at) <= days * DAY_MS
  const to = current ? now : Date.parse(last.at) + 1
  const from = to - days * DAY_MS
  const rows = await readings.between(patientId, iso(from), iso(to))
  const before = await readings.between(patientId, iso(from - days * DAY_MS), iso(from))
  const points = rows.map((row) => pointOf(row, clock))
  const latest = rows.at(-1) ?? last
  return {
    from: iso(from),
    to: iso(to),
    current,
    days,
    timeZone,
    source: sourceOf(rows),
    ...drawn(points),
    counts: { ...timeInRange(rows.map(valueOf)).counts },
    total: rows.length,
    ...figures(rows, clock, { from, to }),
    latest: latest ? pointOf(latest, clock) : null,
    previous:
      before.length > 0 ? { counts: { ...timeInRange(before.map(valueOf)).counts }, total: before.length } : null,
    attribution: await attributionOf(product, patientId, rows),
  }
}

/** Summary and profile; a profile only of enough sensor data, a GMI only where it means something. */
function figures(
  rows: readonly ReadingRow[],
  clock: ZonedClock,
  period: { from: number; to: number },
): Pick<GlucoseView, 'summary' | 'profile'> {
  const sensor = rows.filter((row) => row.source === 'cgm')
  const asTimed = (row: ReadingRow) => ({ at: row.at, value: valueOf(row) })
  const localDayOf = (instant: number): string => iso(clock.wallOf(instant)).slice(0, 10)
  const all = summary({ readings: rows.map(asTimed), localDayOf, period })
  const { sufficiency } = summary({ readings: sensor.map(asTimed), localDayOf, period })
  const isSensor = sensor.length > 0
  return {
    summary: {
      meanMmolPerL: all.meanMmolPerL,
      standardDeviationMmolPerL: all.sdMmolPerL,
      coefficientOfVariationPercent: all.cvPercent,
      glucoseManagementIndicatorPercent: isSensor && sufficiency.sufficient ? all.gmiPercent : null,
      wearPercent: isSensor && sufficiency.share !== null ? sufficiency.share * 100 : null,
      sufficient: isSensor && sufficiency.sufficient,
    },
    profile: isSensor && sufficiency.sufficient ? profileOf(sensor, clock) : null,
  }
}

function profileOf(rows: readonly ReadingRow[], clock: ZonedClock): GlucoseView['profile'] {
  const values = rows.map((row) => ({ minuteOfDay: minuteOf(row.at, clock), value: valueOf(row) }))
  const { slots } = ambulatoryProfile({ values, unit: 'mmol/L', slotMinutes: 30 })
  const drawn = slots.flatMap(({ minuteOfDay, percentiles }) => {
    if (!percentiles) return []
    const { p5, p25, p50, p75, p95 } = percentiles
    // A percentile that falls on HI or LO is a word and cannot be drawn as a curve.
    if (
      typeof p5 !== 'number' ||
      typeof p25 !== 'number' ||
      typeof p50 !== 'number' ||
      typeof p75 !== 'number' ||
      typeof p95 !== 'number'
    )
      return []
    return [{ minuteOfDay, p5, p25, p50, p75, p95 }]
  })
  return drawn.length > 0 ? drawn : null
}

/** A stored reading as screens see it. */
export function pointOf(row: ReadingRow, clock: ZonedClock): ReadingPoint {
  const glucose = valueOf(row)
  return { at: row.at, minuteOfDay: minuteOf(row.at, clock), glucose, level: classify(glucose).level }
}

const iso = (time: number): string => new Date(time).toISOString()
const minuteOf = (at: string, clock: ZonedClock): number =>
  Math.floor((((clock.wallOf(Date.parse(at)) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000)
export const valueOf = (row: Pick<ReadingRow, 'kind' | 'value' | 'unit'>): GlucoseValue =>
  row.kind === 'number' && row.value !== null
    ? { kind: 'number', value: row.value, unit: row.unit }
    : { kind: row.kind === 'LO' ? 'LO' : 'HI', unit: row.unit }

function sourceOf(rows: readonly ReadingRow[]): GlucoseView['source'] {
  const sources = new Set(rows.map((row) => row.source))
  if (sources.size === 0) return 'none'
  return sources.size > 1 ? 'mixed' : sources.has('cgm') ? 'cgm' : 'smbg'
}

async function attributionOf(product: Product, patientId: string, rows: readonly ReadingRow[]): Promise<string | null> {
  const ids = new Set(rows.map((row) => row.importId))
  const found = (await product.repositories.readings.importsOf(patientId)).find(
    (row) => ids.has(row._id) && row.attribution !== null,
  )
  return found?.attribution ?? null
}

/** Points for drawing: all of them, or the extremes of each bucket; then silence within two buckets is no gap. */
function drawn(points: readonly ReadingPoint[]): Pick<GlucoseView, 'points' | 'joinWithinMinutes'> {
  if (points.length <= DRAWN_POINTS) return { points: [...points], joinWithinMinutes: GAP_MINUTES }
  const size = Math.ceil(points.length / (DRAWN_POINTS / 2))
  const cadence = cadenceMinutes(points.map((point) => Date.parse(point.at))) ?? 15
  const rank = ({ glucose }: ReadingPoint): number =>
    glucose.kind === 'HI' ? Infinity : glucose.kind === 'LO' ? -Infinity : glucose.value
  const kept: ReadingPoint[] = []
  for (let at = 0; at < points.length; at += size) {
    const bucket = points.slice(at, at + size)
    const lowest = bucket.reduce((a, b) => (rank(b) < rank(a) ? b : a))
    const highest = bucket.reduce((a, b) => (rank(b) > rank(a) ? b : a))
    if (lowest === highest) kept.push(lowest)
    else kept.push(...(lowest.at < highest.at ? [lowest, highest] : [highest, lowest]))
  }
  return { points: kept, joinWithinMinutes: Math.max(GAP_MINUTES, Math.ceil(2 * size * cadence)) }
}
