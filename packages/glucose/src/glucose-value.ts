import { convert, display, type GlucoseUnit } from './glucose-unit'

/**
 * A value exactly as the device gave it. HI and LO are what a device shows beyond its measuring range; they are not
 * numbers and carry only the unit the device was set to.
 */
export type GlucoseValue = GlucoseNumber | GlucoseHi | GlucoseLo

export interface GlucoseNumber {
  readonly kind: 'number'
  readonly value: number
  readonly unit: GlucoseUnit
}

export interface GlucoseHi {
  readonly kind: 'HI'
  readonly unit: GlucoseUnit
}

export interface GlucoseLo {
  readonly kind: 'LO'
  readonly unit: GlucoseUnit
}

/** The text a person reads: the number in the unit they look at, or the word the device showed. */
export function displayValue(value: GlucoseValue, shownUnit: GlucoseUnit): string {
  return value.kind === 'number' ? display(value.value, value.unit, shownUnit) : value.kind
}

/** The number in the given unit at full precision, or nothing for HI and LO. */
export function numberIn(value: GlucoseValue, unit: GlucoseUnit): number | undefined {
  return value.kind === 'number' ? convert(value.value, value.unit, unit) : undefined
}

/** Orders values as amounts, LO below and HI above every number; only order statistics may use it. */
export function rankIn(value: GlucoseValue, unit: GlucoseUnit): number {
  if (value.kind === 'HI') return Infinity
  if (value.kind === 'LO') return -Infinity
  return convert(value.value, value.unit, unit)
}
