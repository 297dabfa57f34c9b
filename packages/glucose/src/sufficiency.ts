import { cadenceMinutes } from './cadence'

/** Whether a sensor series is complete enough for GMI, time in range and a profile to be trusted. */
export interface Sufficiency {
  /** Local days with at least one reading. */
  readonly daysWithData: number
  /** Detected minutes between readings; null with fewer than two instants. */
  readonly cadenceMinutes: number | null
  /** Readings the sensor would have given at that cadence over the period. */
  readonly expectedReadings: number
  /** Cadence slots of the period that hold a reading. */
  readonly presentReadings: number
  /** presentReadings over expectedReadings, 0 to 1; null when nothing can be expected. */
  readonly share: number | null
  /** At least 14 days with data and at least 70 % of the readings (Battelino 2019, doi:10.2337/dci19-0028). */
  readonly sufficient: boolean
}

export const sufficientDays = 14
export const sufficientShare = 0.7

/** Instants are milliseconds since 1970; `to` is exclusive. Without a period, the span of the readings is it. */
export interface SufficiencyInput {
  readonly instants: readonly number[]
  /** The patient's local calendar day of an instant, such as `2026-11-24`; zones are the caller's business. */
  readonly localDayOf: (instant: number) => string
  readonly period?: { readonly from: number; readonly to: number }
}

/**
 * Days and share of expected readings. A slot that holds two readings (a file read twice, a scan beside the sensor's
 * own point) counts once, so the share never exceeds 1.
 */
export function sufficiency({ instants, localDayOf, period }: SufficiencyInput): Sufficiency {
  const inside = period ? instants.filter((at) => at >= period.from && at < period.to) : [...instants]
  inside.sort((a, b) => a - b)
  const first = inside[0]
  const last = inside[inside.length - 1]
  const daysWithData = new Set(inside.map(localDayOf)).size
  const minutes = cadenceMinutes(inside)
  if (first === undefined || last === undefined || minutes === null) {
    const n = first === undefined ? 0 : 1
    return {
      daysWithData,
      cadenceMinutes: null,
      expectedReadings: n,
      presentReadings: n,
      share: null,
      sufficient: false,
    }
  }
  const step = minutes * 60_000
  const slots = new Set(inside.map((at) => Math.round((at - first) / step))).size
  const expected = period ? Math.round((period.to - period.from) / step) : Math.round((last - first) / step) + 1
  const present = Math.min(slots, expected)
  const share = present / expected
  return {
    daysWithData,
    cadenceMinutes: minutes,
    expectedReadings: expected,
    presentReadings: present,
    share,
    sufficient: daysWithData >= sufficientDays && share >= sufficientShare,
  }
}
