/** Calls of one API in its present minute and hour. */
export interface CallCount {
  minuteFrom: number
  inMinute: number
  hourFrom: number
  inHour: number
  blockedUntil: number
}

const minute = 60_000
const hour = 3_600_000

/**
 * Base limits of one API per corp (W:90312): 10,000 a minute, 150,000 an hour. A breach blocks for 60 s or 60 min.
 * Answers whether this call may pass.
 */
export function countCall(
  calls: Record<string, CallCount>,
  api: string,
  now: number,
  perMinute = 10_000,
  perHour = 150_000,
): boolean {
  const count = (calls[api] ??= { minuteFrom: now, inMinute: 0, hourFrom: now, inHour: 0, blockedUntil: 0 })
  if (count.blockedUntil > now) return false
  if (now - count.minuteFrom >= minute) Object.assign(count, { minuteFrom: now, inMinute: 0 })
  if (now - count.hourFrom >= hour) Object.assign(count, { hourFrom: now, inHour: 0 })
  count.inMinute += 1
  count.inHour += 1
  if (count.inHour > perHour) count.blockedUntil = now + hour
  else if (count.inMinute > perMinute) count.blockedUntil = now + minute
  return count.blockedUntil <= now
}
