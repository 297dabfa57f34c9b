import { ambulatoryChart, type Drawing } from '@suixing/charts'
import type { GlucoseView } from '@suixing/contracts'
import type { SlotMinutes } from '@suixing/glucose'

const slotSizes: readonly SlotMinutes[] = [5, 15, 30, 60]

const slotMinutesOf = (profile: NonNullable<GlucoseView['profile']>): SlotMinutes => {
  const apart = profile.slice(1).map((slot, index) => slot.minuteOfDay - (profile[index]?.minuteOfDay ?? 0))
  const least = Math.min(...apart)
  return slotSizes.find((size) => size >= least) ?? 60
}

/** The daily profile of a glucose view (percentiles in mmol/L), or the sentence that says why there is no curve. */
export const ambulatoryDrawing = (
  view: Pick<GlucoseView, 'profile'>,
  box: { width: number; height: number; fontSize: number },
): Drawing => {
  const { profile } = view
  if (!profile || profile.length < 2)
    return ambulatoryChart({
      ...box,
      content: { kind: 'insufficient', text: '佩戴不到 70%，还画不出曲线', unit: 'mmol/L' },
    })
  const slotMinutes = slotMinutesOf(profile)
  const byMinute = new Map(profile.map((slot) => [slot.minuteOfDay, slot]))
  const slots = Array.from({ length: 1440 / slotMinutes }, (_, index) => {
    const minuteOfDay = index * slotMinutes
    const found = byMinute.get(minuteOfDay)
    if (!found) return { minuteOfDay, n: 0, percentiles: null }
    // The percentiles alone: the chart takes every value it finds there for glucose.
    const { p5, p25, p50, p75, p95 } = found
    return { minuteOfDay, n: 1, percentiles: { p5, p25, p50, p75, p95 } }
  })
  return ambulatoryChart({ ...box, content: { kind: 'profile', profile: { unit: 'mmol/L', slotMinutes, slots } } })
}
