import type { ClockCell } from './clock-cell'
import type { DateOrder } from './glucose-file'

/**
 * Decides over a whole column whether 3/4/2024 is March or April: a number above 12 settles it. `any` when no date
 * depends on the order, `ask` when every date reads both ways or when dates contradict one another.
 */
export function dateOrderOf(cells: readonly ClockCell[]): DateOrder | 'any' | 'ask' {
  let [dayFirst, monthFirst, either] = [false, false, false]
  for (const cell of cells) {
    if (cell.kind !== 'numeric' || cell.first === cell.second) continue
    if (cell.first > 12) dayFirst = true
    else if (cell.second > 12) monthFirst = true
    else either = true
  }
  if (dayFirst !== monthFirst) return dayFirst ? 'DMY' : 'MDY'
  return dayFirst || either ? 'ask' : 'any'
}
