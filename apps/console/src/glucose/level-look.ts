import type { GlucoseView } from '@suixing/contracts'
import { ArrowDown, ArrowUp, ChevronsDown, ChevronsUp, Circle, type LucideIcon } from 'lucide-react'

type Level = keyof GlucoseView['counts']
/** Levels from low to high: word, and the mark that says the same without colour. */
export const levelLook: Record<
  Level,
  { readonly word: string; readonly Icon: LucideIcon; readonly className: string }
> = {
  veryLow: { word: '很低', Icon: ChevronsDown, className: 'vlow' },
  low: { word: '偏低', Icon: ArrowDown, className: 'low' },
  inRange: { word: '在目标内', Icon: Circle, className: 'in' },
  high: { word: '偏高', Icon: ArrowUp, className: 'high' },
  veryHigh: { word: '很高', Icon: ChevronsUp, className: 'vhigh' },
}
