import { programmeTimeZone, wallClock } from './wall-clock'

const two = (value: number): string => String(value).padStart(2, '0')

/** 「11月24日」 */
export const dayWords = (instant: string, timeZone = programmeTimeZone): string => {
  const { month, day } = wallClock(instant, timeZone)
  return `${month}月${day}日`
}
/** 「10:48」 */
/** The date with its year, for what is not of these days: 「2024年2月8日」. */
export const dateWords = (instant: string, timeZone = programmeTimeZone): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone, year: 'numeric', month: 'long', day: 'numeric' }).format(
    new Date(instant),
  )

export const timeWords = (instant: string, timeZone = programmeTimeZone): string => {
  const { hour, minute } = wallClock(instant, timeZone)
  return `${two(hour)}:${two(minute)}`
}
/** 「11月24日 周二 10:48」, as the clock of the top bar. */
export const clockWords = (instant: string, timeZone = programmeTimeZone): string =>
  `${dayWords(instant, timeZone)} ${wallClock(instant, timeZone).weekday} ${timeWords(instant, timeZone)}`

const dayNumber = (instant: string, timeZone: string): number => {
  const { year, month, day } = wallClock(instant, timeZone)
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}
const near: Record<string, string> = { '-1': '昨天', '0': '今天', '1': '明天' }

/** 「今天 17:42」「昨天 21:04」「11月10日 09:30」; the year only when it differs from that of `now`. */
export function nearWords(instant: string, now: string, timeZone = programmeTimeZone): string {
  const word = near[String(dayNumber(instant, timeZone) - dayNumber(now, timeZone))]
  const { year } = wallClock(instant, timeZone)
  const date =
    year === wallClock(now, timeZone).year ? dayWords(instant, timeZone) : `${year}年${dayWords(instant, timeZone)}`
  return `${word ?? date} ${timeWords(instant, timeZone)}`
}

/** 「还有 6 小时 54 分」「已过 3 天」: how far an instant is from now, at two units at most. */
export function distanceWords(instant: string, now: string): string {
  const minutes = Math.round((Date.parse(instant) - Date.parse(now)) / 60_000)
  const far = Math.abs(minutes)
  const span =
    far < 1
      ? ''
      : far < 60
        ? `${far} 分钟`
        : far < 1440
          ? `${Math.floor(far / 60)} 小时${far % 60 ? ` ${far % 60} 分` : ''}`
          : `${Math.floor(far / 1440)} 天`
  if (!span) return '就是现在'
  return minutes > 0 ? `还有 ${span}` : `已过 ${span}`
}

/** Minutes of a day as 「21:00」. */
export const minuteOfDayWords = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
