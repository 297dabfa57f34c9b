import { atDisplayPrecision, convert } from './glucose-unit'

/** Limits in one unit, at that unit's display precision. */
export interface GlucoseLimits {
  /** Very low, and urgent, is below this. */
  readonly veryLowBelow: number
  /** Low is below this and not very low. */
  readonly lowBelow: number
  /** High is above this and not very high. */
  readonly highAbove: number
  readonly veryHighAbove: number
  /** Urgent from this value up. */
  readonly urgentFrom: number
}

/** Limits of a programme in both units, with the document they come from. */
export interface GlucoseThresholds {
  readonly 'mmol/L': GlucoseLimits
  readonly 'mg/dL': GlucoseLimits
  readonly source: string
}

/**
 * Builds both units from limits in mmol/L: the mg/dL limit is the integer that stands for the mmol/L one.
 * Programmes with limits of their own use this, so that both units always agree.
 */
export function thresholdsFrom(limits: GlucoseLimits, source: string): GlucoseThresholds {
  const inMgPerDl = (amount: number) => atDisplayPrecision(convert(amount, 'mmol/L', 'mg/dL'), 'mg/dL')
  return {
    'mmol/L': limits,
    'mg/dL': {
      veryLowBelow: inMgPerDl(limits.veryLowBelow),
      lowBelow: inMgPerDl(limits.lowBelow),
      highAbove: inMgPerDl(limits.highAbove),
      veryHighAbove: inMgPerDl(limits.veryHighAbove),
      urgentFrom: inMgPerDl(limits.urgentFrom),
    },
    source,
  }
}

/**
 * Ranges of the International Consensus on Time in Range (Battelino 2019, doi:10.2337/dci19-0028), which the 2024
 * Chinese guideline follows; urgent from 16.7 mmol/L, where that guideline asks for a ketone check.
 */
export const defaultThresholds: GlucoseThresholds = thresholdsFrom(
  { veryLowBelow: 3.0, lowBelow: 3.9, highAbove: 10.0, veryHighAbove: 13.9, urgentFrom: 16.7 },
  'International Consensus on Time in Range (Battelino 2019, doi:10.2337/dci19-0028); 中国糖尿病防治指南（2024版）',
)
