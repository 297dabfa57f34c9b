import type { ReadingPoint } from '@suixing/contracts'
import { displayValue } from '@suixing/glucose'

/** The unit people look at, whatever the device wrote; the class of a reading stays the device's own. */
export const shownUnit = 'mmol/L'

/** A reading as people read it: the number in the shown unit at its display precision, or the words HI and LO. */
export const glucoseText = (glucose: ReadingPoint['glucose']): string => displayValue(glucose, shownUnit)
