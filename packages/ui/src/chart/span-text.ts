import type { GlucoseView } from '@suixing/contracts'
import { localParts } from '../time/local-time'

/** The days a glucose view covers: 「近 14 天」, or the dates with their year when nothing was measured lately. */
export const spanText = ({
  current,
  days,
  from,
  to,
  timeZone,
}: Pick<GlucoseView, 'current' | 'days' | 'from' | 'to' | 'timeZone'>): string => {
  if (current) return days === 1 ? '今天' : `近 ${days} 天`
  const [first, last] = [from, to].map((instant) => localParts(instant, timeZone))
  if (!first || !last) return ''
  const year = first.year === last.year ? '' : `${last.year}年`
  return `${first.year}年${first.month}月${first.day}日–${year}${last.month}月${last.day}日`
}
