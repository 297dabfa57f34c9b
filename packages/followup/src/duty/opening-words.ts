import type { Instant } from '@suixing/contracts'
import { clockText, localMoment } from '../local-time'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const DAY = 86_400_000

/**
 * When the team is back, as it is said to a patient: 「今天 14:00」「明天 08:00」「周一 08:00」「11月30日 08:00」.
 * A weekday stands only for the six days after today, for on the seventh it would name today.
 */
export function openingWords(at: Instant, now: Instant, timeZone: string): string {
  const { date, minuteOfDay } = localMoment(at, timeZone)
  const ahead = Math.round((Date.parse(date) - Date.parse(localMoment(now, timeZone).date)) / DAY)
  return `${dayWords(date, ahead)} ${clockText(minuteOfDay)}`
}

function dayWords(date: string, ahead: number): string {
  if (ahead === 0) return '今天'
  if (ahead === 1) return '明天'
  if (ahead > 1 && ahead < 7) return weekdays[new Date(date).getUTCDay()] as string
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}
