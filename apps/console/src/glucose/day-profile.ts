import type { GlucoseView } from '@suixing/contracts'
import type { AmbulatoryProfile, SlotMinutes } from '@suixing/glucose'

type Slots = NonNullable<GlucoseView['profile']>
const widths: readonly SlotMinutes[] = [5, 15, 30, 60]

/** The contract's filled slots as a whole day: slots nothing was measured in are empty, so that the curve breaks there. */
export function dayProfile(slots: Slots): AmbulatoryProfile {
  const steps = slots.slice(1).map((slot, index) => slot.minuteOfDay - (slots[index]?.minuteOfDay ?? 0))
  const slotMinutes = widths.find((width) => width === Math.min(...steps)) ?? 15
  const filled = new Map(slots.map(({ minuteOfDay, ...percentiles }) => [minuteOfDay, percentiles]))
  return {
    unit: 'mmol/L',
    slotMinutes,
    slots: Array.from({ length: 1440 / slotMinutes }, (_, index) => {
      const minuteOfDay = index * slotMinutes
      const percentiles = filled.get(minuteOfDay) ?? null
      return { minuteOfDay, n: percentiles ? 1 : 0, percentiles }
    }),
  }
}
