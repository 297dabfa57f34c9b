import type { ReadingPoint } from '@suixing/contracts'

type Glucose = ReadingPoint['glucose']

/** The value as its device showed it: one decimal in mmol/L, none in mg/dL, the words HI and LO as they are. */
export const glucoseText = (glucose: Glucose): string => {
  if (glucose.kind !== 'number') return glucose.kind
  return glucose.value.toFixed(glucose.unit === 'mmol/L' ? 1 : 0)
}

/** Place on a mmol/L scale for drawing only; HI and LO are not numbers and have none. 1 mmol/L = 18.01559 mg/dL. */
export const drawnMmolPerL = (glucose: Glucose): number | null => {
  if (glucose.kind !== 'number') return null
  return glucose.unit === 'mmol/L' ? glucose.value : glucose.value / 18.01559
}
