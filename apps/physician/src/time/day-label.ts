import { localTime } from './local-time'

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** How a day is headed on a timeline: 今天, 昨天, 「11月20日 周五」, with the year when it is another one. */
export const dayLabel = (day: string, now: string, timeZone: string): string => {
  const today = localTime(now, timeZone).day
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const daysAgo = Math.round((Date.parse(`${today}T00:00:00Z`) - midnight) / 86_400_000)
  if (daysAgo === 0) return '今天'
  if (daysAgo === 1) return '昨天'
  const date = new Date(midnight)
  const label = `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 周${weekdays[date.getUTCDay()]}`
  return day.slice(0, 4) === today.slice(0, 4) ? label : `${day.slice(0, 4)}年${label}`
}
