/** Date and time of day as a clock on a wall shows them. */
export interface LocalTime {
  /** YYYY-MM-DD */
  readonly day: string
  /** HH:mm */
  readonly time: string
}

const pad = (value: number) => String(value).padStart(2, '0')
const shifted = (instant: string, minutes: number): LocalTime => {
  const local = new Date(Date.parse(instant) + minutes * 60_000)
  return {
    day: `${local.getUTCFullYear()}-${pad(local.getUTCMonth() + 1)}-${pad(local.getUTCDate())}`,
    time: `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}`,
  }
}

/** Minutes east of UTC of zones without daylight saving since 1991. WeChat on Android has no Intl, and nearly every patient lives here. */
const fixedMinutes: Record<string, number> = { 'Asia/Shanghai': 480, 'Asia/Hong_Kong': 480, 'Asia/Taipei': 480, UTC: 0 }

const byIntl = (instant: string, timeZone: string): LocalTime | undefined => {
  try {
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(new Date(instant))
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
    return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
  } catch {
    return undefined
  }
}

/**
 * Wall-clock time of an instant in the patient's time zone. Where the runtime knows no time zones the phone's own
 * offset is taken, which is right for a physician in the patient's zone.
 */
export const localTime = (instant: string, timeZone: string): LocalTime => {
  const fixed = fixedMinutes[timeZone]
  if (fixed !== undefined) return shifted(instant, fixed)
  return byIntl(instant, timeZone) ?? shifted(instant, -new Date(instant).getTimezoneOffset())
}
