import type { ReadingPoint } from '@suixing/contracts'
import type { IconName } from '../icon/icon-name'

/** Glucose level as the contract names it. */
export type Level = ReadingPoint['level']

/** How a level looks everywhere: word, shape and the suffix of its colours (`--g-<colour>`). Never colour alone. */
export interface LevelLook {
  readonly word: string
  readonly icon: IconName
  readonly colour: 'very-low' | 'low' | 'in' | 'high' | 'very-high'
}

/** Levels from low to high. */
export const levels: readonly Level[] = ['veryLow', 'low', 'inRange', 'high', 'veryHigh']

/** Looks by level. */
export const levelLook: Record<Level, LevelLook> = {
  veryLow: { word: '很低', icon: 'level-very-low', colour: 'very-low' },
  low: { word: '偏低', icon: 'level-low', colour: 'low' },
  inRange: { word: '在目标内', icon: 'level-in', colour: 'in' },
  high: { word: '偏高', icon: 'level-high', colour: 'high' },
  veryHigh: { word: '很高', icon: 'level-very-high', colour: 'very-high' },
}
