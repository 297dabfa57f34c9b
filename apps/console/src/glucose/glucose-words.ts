import { type ReadingPoint } from '@suixing/contracts'
import { displayDecimals } from '@suixing/glucose'

type Value = ReadingPoint['glucose']
/** A value exactly as the device gave it: its digits with its unit, or HI and LO as words. */
export const glucoseWords = (glucose: Value): string =>
  glucose.kind === 'number' ? `${glucose.value.toFixed(displayDecimals[glucose.unit])} ${glucose.unit}` : glucose.kind
