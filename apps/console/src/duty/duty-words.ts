import type { Availability } from '@suixing/contracts'

/** When a member counts as on duty. */
export const availabilityWords: Record<Availability, string> = { hours: '按上班时间', always: '一直在', off: '不在' }

/** Days of the week, 1 = Monday. */
export const weekdayWords = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** 「周一至周五」「周一、周三」「每天」 */
export function workdayWords(workdays: readonly number[]): string {
  const days = [...new Set(workdays)].filter((day) => day >= 1 && day <= 7).sort((a, b) => a - b)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return '没有上班的日子'
  if (days.length === 7) return '每天'
  const word = (day: number) => weekdayWords[day - 1] ?? ''
  return days.length > 2 && last - first === days.length - 1
    ? `${word(first)}至${word(last)}`
    : days.map(word).join('、')
}
