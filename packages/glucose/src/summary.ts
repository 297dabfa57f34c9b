import type { TimedValue } from './content-key'
import { convert } from './glucose-unit'
import { numberIn } from './glucose-value'
import { sufficiency, type Sufficiency } from './sufficiency'
import { defaultThresholds, type GlucoseThresholds } from './thresholds'
import { timeInRange, type TimeInRange } from './time-in-range'

export interface GlucoseSummary {
  /** All readings, HI and LO among them. */
  readonly n: number
  /** Readings that are numbers: what mean, SD, CV and GMI rest on. */
  readonly numberCount: number
  readonly hiCount: number
  readonly loCount: number
  /** Arithmetic mean of the numbers at full precision; null without numbers. */
  readonly meanMmolPerL: number | null
  readonly meanMgPerDl: number | null
  /** Sample standard deviation (n − 1); null below two numbers. */
  readonly sdMmolPerL: number | null
  readonly sdMgPerDl: number | null
  /** Coefficient of variation, SD over mean, in percent (Danne 2017, doi:10.2337/dc17-1600). */
  readonly cvPercent: number | null
  /** Glucose management indicator, 3.31 + 0.02392 × mean mg/dL, in percent (Bergenstal 2018, doi:10.2337/dc18-1581). */
  readonly gmiPercent: number | null
  readonly timeInRange: TimeInRange
  readonly sufficiency: Sufficiency
  /** Instants of the earliest and latest reading, ISO 8601 UTC. */
  readonly firstAt: string | null
  readonly lastAt: string | null
}

export interface SummaryInput {
  /** In any order; a reading's instant is ISO 8601 UTC. */
  readonly readings: readonly TimedValue[]
  /** The patient's local calendar day of an instant in milliseconds since 1970. */
  readonly localDayOf: (instant: number) => string
  readonly thresholds?: GlucoseThresholds
  /** What sufficiency is judged over, milliseconds since 1970, `to` exclusive; by default the span of the readings. */
  readonly period?: { readonly from: number; readonly to: number }
}

/**
 * Everything a report says of a series in one pass over it. HI and LO count in ranges and sufficiency, never in mean,
 * SD, CV or GMI. GMI speaks of sensor data: show it only where `sufficiency.sufficient`.
 */
export function summary(input: SummaryInput): GlucoseSummary {
  const { readings, localDayOf, thresholds = defaultThresholds, period } = input
  const values = readings.map((reading) => reading.value)
  const instants = readings.map((reading) => Date.parse(reading.at)).sort((a, b) => a - b)
  const mgPerDl = values.flatMap((value) => numberIn(value, 'mg/dL') ?? [])
  const mean = meanOf(mgPerDl)
  const sd = mean === null ? null : sampleSd(mgPerDl, mean)
  return {
    n: values.length,
    numberCount: mgPerDl.length,
    hiCount: values.filter((value) => value.kind === 'HI').length,
    loCount: values.filter((value) => value.kind === 'LO').length,
    meanMmolPerL: inMmolPerL(mean),
    meanMgPerDl: mean,
    sdMmolPerL: inMmolPerL(sd),
    sdMgPerDl: sd,
    cvPercent: mean === null || sd === null ? null : (sd / mean) * 100,
    gmiPercent: mean === null ? null : gmiPercent(mean),
    timeInRange: timeInRange(values, thresholds),
    sufficiency: sufficiency({ instants, localDayOf, ...(period && { period }) }),
    firstAt: isoOrNull(instants[0]),
    lastAt: isoOrNull(instants[instants.length - 1]),
  }
}

/** Glucose management indicator in percent from a mean in mg/dL (Bergenstal 2018, doi:10.2337/dc18-1581). */
export function gmiPercent(meanMgPerDl: number): number {
  return 3.31 + 0.02392 * meanMgPerDl
}

function meanOf(amounts: readonly number[]): number | null {
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length
}

function sampleSd(amounts: readonly number[], mean: number): number | null {
  if (amounts.length < 2) return null
  return Math.sqrt(amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / (amounts.length - 1))
}

function inMmolPerL(mgPerDl: number | null): number | null {
  return mgPerDl === null ? null : convert(mgPerDl, 'mg/dL', 'mmol/L')
}

const isoOrNull = (instant: number | undefined) => (instant === undefined ? null : new Date(instant).toISOString())
