import type { GlucoseView } from '@suixing/contracts'

type Level = keyof GlucoseView['counts']
/** Levels from low to high: word, and the mark that says the same without colour. */
export const levelLook: Record<Level, { readonly word: string; readonly mark: string; readonly className: string }> = {
  veryLow: { word: '很低', mark: '⌄⌄', className: 'vlow' },
  low: { word: '偏低', mark: '↓', className: 'low' },
  inRange: { word: '在目标内', mark: '●', className: 'in' },
  high: { word: '偏高', mark: '↑', className: 'high' },
  veryHigh: { word: '很高', mark: '⌃⌃', className: 'vhigh' },
}
