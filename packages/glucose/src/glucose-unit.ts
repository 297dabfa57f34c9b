/** The two units a meter or sensor reports glucose in; which one is the device's own is kept with every value. */
export const glucoseUnits = ['mmol/L', 'mg/dL'] as const
export type GlucoseUnit = (typeof glucoseUnits)[number]

/** mg/dL in one mmol/L: the molar mass of glucose, 180.1559 g/mol, over ten. */
export const mgPerDlInMmolPerL = 18.01559

/** Decimals a device shows in each unit: one for mmol/L, none for mg/dL. */
export const displayDecimals: Readonly<Record<GlucoseUnit, number>> = { 'mmol/L': 1, 'mg/dL': 0 }

/** Converts an amount between units at full precision; the same unit gives the same number back. */
export function convert(amount: number, unit: GlucoseUnit, into: GlucoseUnit): number {
  if (unit === into) return amount
  return into === 'mg/dL' ? amount * mgPerDlInMmolPerL : amount / mgPerDlInMmolPerL
}

/**
 * Rounds an amount to what a device of that unit would show, halves up.
 * Twelve digits decide, so that the binary noise of an amount that was computed, such as 2.4499999999999997 for 2.45,
 * does not move it across a limit.
 */
export function atDisplayPrecision(amount: number, unit: GlucoseUnit): number {
  const scale = 10 ** displayDecimals[unit]
  return Math.round(Number((amount * scale).toPrecision(12))) / scale
}

/** The text of an amount in the unit a person looks at, such as `7.8` or `141`; it never decides a class. */
export function display(amount: number, unit: GlucoseUnit, shownUnit: GlucoseUnit): string {
  return atDisplayPrecision(convert(amount, unit, shownUnit), shownUnit).toFixed(displayDecimals[shownUnit])
}
