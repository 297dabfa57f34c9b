import type { GlucoseUnit } from './glucose-unit'
import { rankIn, type GlucoseValue } from './glucose-value'
import { quantile, type RankedPoint } from './order-statistics'

/** Minutes of a slot of the profile; every choice divides the day and is a multiple of the 5-minute sensor bin. */
export type SlotMinutes = 5 | 15 | 30 | 60

/** A value at a minute of the patient's own wall clock, 0 to 1439. */
export interface ClockedValue {
  readonly minuteOfDay: number
  readonly value: GlucoseValue
}

/** Percentiles of one slot, in the profile's unit. */
export interface ProfileSlot {
  /** First minute of the slot; it ends before `minuteOfDay + slotMinutes`. */
  readonly minuteOfDay: number
  readonly n: number
  readonly percentiles: {
    readonly p5: RankedPoint
    readonly p25: RankedPoint
    readonly p50: RankedPoint
    readonly p75: RankedPoint
    readonly p95: RankedPoint
  } | null
}

export interface AmbulatoryProfile {
  readonly unit: GlucoseUnit
  readonly slotMinutes: SlotMinutes
  /** One slot for every part of the day from midnight, empty ones with n = 0. */
  readonly slots: readonly ProfileSlot[]
}

export interface AmbulatoryProfileInput {
  readonly values: readonly ClockedValue[]
  readonly unit: GlucoseUnit
  readonly slotMinutes?: SlotMinutes
}

/**
 * Ambulatory glucose profile: all days laid over one another and the 5th, 25th, 50th, 75th and 95th percentile taken
 * in each slot of the day (Bergenstal 2013, doi:10.1089/dia.2013.0051). Nothing is smoothed: a slot's percentiles come
 * from its own readings only. HI and LO take part as the highest and lowest ranks; a percentile that falls on one is
 * that word. Values outside 0–1439 minutes are a RangeError.
 */
export function ambulatoryProfile({ values, unit, slotMinutes = 15 }: AmbulatoryProfileInput): AmbulatoryProfile {
  const ranks = Array.from({ length: 1440 / slotMinutes }, (): number[] => [])
  for (const { minuteOfDay, value } of values) {
    const slot = ranks[Math.floor(minuteOfDay / slotMinutes)]
    if (!slot) throw new RangeError(`minuteOfDay must be from 0 to 1439, not ${minuteOfDay}`)
    slot.push(rankIn(value, unit))
  }
  return { unit, slotMinutes, slots: ranks.map((slot, index) => profileSlot(slot, index * slotMinutes)) }
}

function profileSlot(ranks: number[], minuteOfDay: number): ProfileSlot {
  ranks.sort((a, b) => a - b)
  const [p5, p25, p50, p75, p95] = [0.05, 0.25, 0.5, 0.75, 0.95].map((fraction) => quantile(ranks, fraction))
  if (p5 === undefined || p25 === undefined || p50 === undefined || p75 === undefined || p95 === undefined) {
    return { minuteOfDay, n: 0, percentiles: null }
  }
  return { minuteOfDay, n: ranks.length, percentiles: { p5, p25, p50, p75, p95 } }
}
