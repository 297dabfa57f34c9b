/** Calendar parts of an instant where the patient lives; weekday 0 = Sunday. */
export interface LocalParts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly hour: number
  readonly minute: number
}

const two = (value: number): string => String(value).padStart(2, '0')

const formatterOf = (timeZone: string): Intl.DateTimeFormat | null => {
  if (typeof Intl === 'undefined') return null
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
}

/** Parts of an ISO instant in a time zone. Some phones run weapp without Intl: there the phone's own zone stands in. */
export const localParts = (instant: string, timeZone: string): LocalParts => {
  const date = new Date(instant)
  const formatter = formatterOf(timeZone)
  if (!formatter)
    return {
      year: date.getFullYear(),
      month: date.getMonth() + 1,
      day: date.getDate(),
      weekday: date.getDay(),
      hour: date.getHours(),
      minute: date.getMinutes(),
    }
  const found = Object.fromEntries(formatter.formatToParts(date).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = found
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(), hour, minute }
}

const dayIndex = ({ year, month, day }: LocalParts): number => Date.UTC(year, month - 1, day) / 86_400_000

/** `08:42` */
export const clockText = ({ hour, minute }: LocalParts): string => `${two(hour)}:${two(minute)}`

/** `11月24日 周二` */
export const dateText = ({ month, day, weekday }: LocalParts): string =>
  `${month}月${day}日 周${'日一二三四五六'[weekday]}`

/** 今天, 昨天, 明天, or `11月24日`. */
export const dayText = (parts: LocalParts, today: LocalParts): string => {
  const apart = dayIndex(parts) - dayIndex(today)
  if (apart === 0) return '今天'
  if (apart === -1) return '昨天'
  if (apart === 1) return '明天'
  return `${parts.month}月${parts.day}日`
}

/** Greeting for an hour of the day. */
export const greeting = (hour: number): string => {
  if (hour < 5) return '夜深了'
  if (hour < 11) return '上午好'
  if (hour < 13) return '中午好'
  if (hour < 18) return '下午好'
  return '晚上好'
}
