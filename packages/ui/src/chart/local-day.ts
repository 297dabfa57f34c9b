import type { ReadingPoint } from '@suixing/contracts'

const minute = 60_000
const day = 86_400_000

/** Minutes the patient's wall clock was ahead of UTC at a reading, from its instant and its local minute; −12 h to +14 h. */
export const offsetMinutes = ({ at, minuteOfDay }: Pick<ReadingPoint, 'at' | 'minuteOfDay'>): number => {
  const utcMinute = Math.floor((Date.parse(at) % day) / minute)
  const apart = minuteOfDay - utcMinute
  if (apart > 840) return apart - 1440
  if (apart < -720) return apart + 1440
  return apart
}

/** Calendar day `YYYY-MM-DD` of a reading where the patient lives. */
export const localDay = (point: Pick<ReadingPoint, 'at' | 'minuteOfDay'>): string =>
  new Date(Date.parse(point.at) + offsetMinutes(point) * minute).toISOString().slice(0, 10)
