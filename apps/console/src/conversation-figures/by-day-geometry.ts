import type { ConversationFigures } from '@suixing/contracts'
import { niceCeiling } from '../programme/today-geometry'

type Day = ConversationFigures['byDay'][number]

export interface DayBars {
  readonly day: Day
  readonly x: number
  readonly width: number
  readonly receivedY: number
  readonly answeredY: number
  readonly handedOver: { readonly x: number; readonly width: number; readonly y: number }
}
export interface ByDayGeometry {
  readonly left: number
  readonly right: number
  readonly base: number
  readonly bars: readonly DayBars[]
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  readonly labels: readonly { readonly x: number; readonly text: string }[]
}

/** 「11/24」 of a local day written 2026-11-24. */
export const dayLabel = (day: string): string => {
  const [, month, date] = day.split('-')
  return `${Number(month)}/${Number(date)}`
}

/** Where the bars of each day stand, in px of a box: received with what the assistant answered in front, hand-overs beside. */
export function byDayGeometry(days: readonly Day[], box: { width: number; height: number }): ByDayGeometry {
  const [left, right, top, base] = [34, box.width, 10, box.height - 22]
  const slot = days.length > 0 ? (right - left) / days.length : 0
  const ceiling = niceCeiling(Math.max(1, ...days.flatMap(({ received, handedOver }) => [received, handedOver])))
  const yOf = (count: number) => base - (count / ceiling) * (base - top)
  const pad = Math.min(slot * 0.15, 8)
  const inner = Math.min(slot - 2 * pad, 44)
  const start = (slot - inner) / 2
  const every = Math.max(1, Math.ceil(48 / Math.max(slot, 1)))
  return {
    left,
    right,
    base,
    bars: days.map((day, index) => {
      const x = left + index * slot + start
      return {
        day,
        x,
        width: inner * 0.64,
        receivedY: yOf(day.received),
        answeredY: yOf(day.answered),
        handedOver: { x: x + inner * 0.7, width: inner * 0.3, y: yOf(day.handedOver) },
      }
    }),
    ticks: [...new Set([0, ...(ceiling % 2 === 0 ? [ceiling / 2] : []), ceiling])].map((value) => ({
      value,
      y: yOf(value),
    })),
    labels: days.flatMap(({ day }, index) =>
      (days.length - 1 - index) % every === 0 ? [{ x: left + index * slot + slot / 2, text: dayLabel(day) }] : [],
    ),
  }
}
