import type { TouchpointView } from '@suixing/contracts'
import { wallClock } from '../time/wall-clock'

export interface LadderMark {
  readonly at: string
  readonly kind: 'due-before' | 'due' | 'now'
  readonly x: number
}
export interface Ladder {
  readonly marks: readonly LadderMark[]
  /** Quiet stretches; `until` is the instant each ends, null when it goes on beyond the ladder. */
  readonly quiet: readonly { readonly x: number; readonly width: number; readonly until: string | null }[]
  readonly axis: readonly [number, number]
}

const hour = 3_600_000

/** Due instants in the order they held: the first plan, then each defer or move. */
export function dueInstants(touchpoint: Pick<TouchpointView, 'due' | 'history'>): string[] {
  const dues = touchpoint.history.flatMap(({ due }) => (due ? [due] : []))
  return [...dues, touchpoint.due].filter((due, index, all) => due !== all[index - 1])
}

/** Minutes past local midnight; the ladder spans days, so that is enough to find quiet stretches across time changes of an hour or less. */
const minuteOf = (at: number, timeZone: string): number => {
  const clock = wallClock(new Date(at).toISOString(), timeZone)
  return clock.hour * 60 + clock.minute
}
const isQuiet = (minute: number, { from, to }: { from: number; to: number }): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to

/**
 * Positions of the dues, of now and of the quiet hours between, in px of a box.
 * Spans at least 12 hours and at most the stretch from the first due to the last, or to now when that is near.
 */
export function ladder(
  touchpoint: Pick<TouchpointView, 'due' | 'history'>,
  now: string,
  timeZone: string,
  quietHours: { from: number; to: number } | null,
  width: number,
): Ladder {
  const dues = dueInstants(touchpoint)
  const nowMs = Date.parse(now)
  const times = dues.map((due) => Date.parse(due))
  const near = times.some((time) => Math.abs(time - nowMs) <= 48 * hour)
  const shown = near ? [...times, nowMs] : times
  const [first, last] = [Math.min(...shown), Math.max(...shown)]
  const pad = Math.max((last - first) * 0.12, (12 * hour - (last - first)) / 2, hour)
  const [from, to] = [first - pad, last + pad]
  const axis = [10, width - 10] as const
  const xOf = (time: number) => axis[0] + ((time - from) / (to - from)) * (axis[1] - axis[0])

  const quiet: { x: number; width: number; until: string | null }[] = []
  if (quietHours && quietHours.from !== quietHours.to && to - from <= 7 * 24 * hour) {
    const step = 10 * 60_000
    let start: number | null = null
    for (let time = Math.ceil(from / step) * step; time <= to; time += step) {
      const inside = isQuiet(minuteOf(time, timeZone), quietHours)
      if (inside && start === null) start = time
      if (start !== null && (!inside || time + step > to)) {
        quiet.push({
          x: xOf(start),
          width: xOf(time) - xOf(start),
          until: inside ? null : new Date(time).toISOString(),
        })
        start = null
      }
    }
  }
  const marks: LadderMark[] = dues.map((at, index) => ({
    at,
    kind: index === dues.length - 1 ? 'due' : 'due-before',
    x: xOf(Date.parse(at)),
  }))
  return { marks: near ? [...marks, { at: now, kind: 'now', x: xOf(nowMs) }] : marks, quiet, axis }
}
