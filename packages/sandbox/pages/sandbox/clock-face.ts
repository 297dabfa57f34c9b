const zone = 'Asia/Shanghai'
const parts = new Intl.DateTimeFormat('en-US', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
})
const weekdays: Record<string, string> = { Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六', Sun: '日' }

/** An instant as ISO text or milliseconds, as the sandbox gives them. */
export type At = string | number

/** The wall clock of the demo hospital (Asia/Shanghai) at an instant: 「11月24日」「周二」「10:15」. */
export interface ClockFace {
  day: string
  weekday: string
  time: string
}

export function clockFace(at: At): ClockFace {
  const of: Record<string, string> = {}
  for (const part of parts.formatToParts(new Date(at))) of[part.type] = part.value
  return {
    day: `${of['month']}月${of['day']}日`,
    weekday: `周${weekdays[of['weekday'] ?? ''] ?? ''}`,
    time: `${of['hour']}:${of['minute']}`,
  }
}

/** When something happened, as short as it stays clear on the day of `now`: 「10:15」, else 「11月24日 10:15」. */
export function shortTime(at: At, now: At): string {
  const then = clockFace(at)
  return then.day === clockFace(now).day ? then.time : `${then.day} ${then.time}`
}

/** A latency in milliseconds as a person reads it: 「11 毫秒」「1.2 秒」「42 秒」「3 分钟」. */
export function howLong(milliseconds: number): string {
  if (milliseconds < 100) return `${Math.max(1, Math.round(milliseconds))} 毫秒`
  if (milliseconds < 10_000) return `${(milliseconds / 1000).toFixed(1)} 秒`
  if (milliseconds < 60_000) return `${Math.round(milliseconds / 1000)} 秒`
  return `${Math.round(milliseconds / 60_000)} 分钟`
}
