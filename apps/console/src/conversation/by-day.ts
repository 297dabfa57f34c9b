import { wallClock } from '../time/wall-clock'

/** Things said on one local day, in the order they came. */
export interface SaidOnDay<Said> {
  readonly day: string
  readonly at: string
  readonly said: readonly Said[]
}

/** Groups what was said by the calendar day of the zone; the order given is kept. */
export function byDay<Said extends { readonly at: string }>(
  said: readonly Said[],
  timeZone?: string,
): SaidOnDay<Said>[] {
  const days: { day: string; at: string; said: Said[] }[] = []
  for (const one of said) {
    const { year, month, day } = wallClock(one.at, timeZone)
    const key = `${year}-${month}-${day}`
    const last = days.at(-1)
    if (last?.day === key) last.said.push(one)
    else days.push({ day: key, at: one.at, said: [one] })
  }
  return days
}
