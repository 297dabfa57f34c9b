import { clockText, dayText, localParts } from '@suixing/ui'

/** Where a message's patient lives when the host does not say. */
export const usualTimeZone = 'Asia/Shanghai'

/** An instant as people say it: 「09:12」 today, else 「明天 09:12」, 「11月20日 09:12」. */
export const momentText = (at: string, now: string, timeZone: string = usualTimeZone): string => {
  const [then, today] = [localParts(at, timeZone), localParts(now, timeZone)]
  const day = dayText(then, today)
  return day === '今天' ? clockText(then) : `${day} ${clockText(then)}`
}

/** The same for the edge of a list, where there is room for one word. */
export const listMomentText = (at: string, now: string, timeZone: string = usualTimeZone): string => {
  const [then, today] = [localParts(at, timeZone), localParts(now, timeZone)]
  const day = dayText(then, today)
  return day === '今天' ? clockText(then) : day
}
