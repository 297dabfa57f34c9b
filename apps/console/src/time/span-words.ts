/** A stretch of time in words at two units at most: 「不到 1 分钟」「12 分钟」「2 小时 5 分」「3 天 4 小时」. */
export function spanWords(seconds: number): string {
  const minutes = Math.floor(Math.max(0, seconds) / 60)
  if (minutes < 1) return '不到 1 分钟'
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 ? `${hours} 小时 ${minutes % 60} 分` : `${hours} 小时`
  return hours % 24 ? `${Math.floor(hours / 24)} 天 ${hours % 24} 小时` : `${hours / 24} 天`
}

/** How long something has been going on. */
export const sinceWords = (since: string, now: string): string =>
  spanWords((Date.parse(now) - Date.parse(since)) / 1000)
