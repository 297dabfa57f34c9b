const minute = 60_000

/** How long a patient has waited for a person: 「等回复 14 分」, 「等回复 3 小时」, 「等回复 2 天」. Whole units, rounded down. */
export const waitingLabel = (since: string, now: string): string => joined('等回复', waitedText(since, now), ' ')

/** The same where somebody must act now: 「紧急 · 14 分」. */
export const urgentLabel = (since: string, now: string): string => joined('紧急', waitedText(since, now), ' · ')

const joined = (word: string, time: string, between: string): string =>
  time === '' ? word : `${word}${between}${time}`

/** A length of waiting alone: 「14 分」, 「3 小时」, 「2 天」; nothing under a minute. */
export const waitedText = (since: string, now: string): string => {
  const minutes = Math.floor((Date.parse(now) - Date.parse(since)) / minute)
  if (minutes < 1) return ''
  if (minutes < 60) return `${minutes} 分`
  if (minutes < 1440) return `${Math.floor(minutes / 60)} 小时`
  return `${Math.floor(minutes / 1440)} 天`
}
