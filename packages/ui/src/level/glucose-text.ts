import { displayValue } from '@suixing/glucose'
import type { ReadingPoint } from '@suixing/contracts'

/** The value as its device showed it: one decimal in mmol/L, none in mg/dL, the words HI and LO as they are. */
export const glucoseText = (glucose: ReadingPoint['glucose']): string => displayValue(glucose, glucose.unit)
