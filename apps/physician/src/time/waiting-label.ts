const minute = 60_000

/** How long a patient has waited for a person: 「等回复 14 分」, 「等回复 3 小时」, 「等回复 2 天」. Whole units, rounded down. */
export const waitingLabel = (since: string, now: string): string => {
  const minutes = Math.floor((Date.parse(now) - Date.parse(since)) / minute)
  if (minutes < 1) return '等回复'
  if (minutes < 60) return `等回复 ${minutes} 分`
  if (minutes < 1440) return `等回复 ${Math.floor(minutes / 60)} 小时`
  return `等回复 ${Math.floor(minutes / 1440)} 天`
}
