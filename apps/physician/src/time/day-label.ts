import { dateText, type LocalParts } from '@suixing/ui'

const dayIndex = ({ year, month, day }: LocalParts): number => Date.UTC(year, month - 1, day) / 86_400_000

/** How a day is headed on a timeline: 今天, 昨天, 「11月20日 周五」, with the year when it is another one. */
export const dayLabel = (day: LocalParts, today: LocalParts): string => {
  const ago = dayIndex(today) - dayIndex(day)
  if (ago === 0) return '今天'
  if (ago === 1) return '昨天'
  return day.year === today.year ? dateText(day) : `${day.year}年${dateText(day)}`
}
