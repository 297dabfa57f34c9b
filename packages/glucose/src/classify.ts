import { atDisplayPrecision } from './glucose-unit'
import type { GlucoseValue } from './glucose-value'
import { defaultThresholds, type GlucoseThresholds } from './thresholds'

/** The five levels, from lowest to highest; bars, counts and legends keep this order. */
export const glucoseLevels = ['veryLow', 'low', 'inRange', 'high', 'veryHigh'] as const
export type GlucoseLevel = (typeof glucoseLevels)[number]

export interface GlucoseClass {
  readonly level: GlucoseLevel
  /** A person must act now: very low, LO, at or above the urgent limit, or HI. */
  readonly urgent: boolean
}

/**
 * Classifies a value in the device's own unit at its display precision, so that what the device showed decides and
 * the unit a person looks at never changes the class.
 */
export function classify(value: GlucoseValue, thresholds: GlucoseThresholds = defaultThresholds): GlucoseClass {
  if (value.kind === 'LO') return { level: 'veryLow', urgent: true }
  if (value.kind === 'HI') return { level: 'veryHigh', urgent: true }
  const limits = thresholds[value.unit]
  const shown = atDisplayPrecision(value.value, value.unit)
  if (shown < limits.veryLowBelow) return { level: 'veryLow', urgent: true }
  const urgent = shown >= limits.urgentFrom
  if (shown < limits.lowBelow) return { level: 'low', urgent }
  if (shown > limits.veryHighAbove) return { level: 'veryHigh', urgent }
  if (shown > limits.highAbove) return { level: 'high', urgent }
  return { level: 'inRange', urgent }
}
