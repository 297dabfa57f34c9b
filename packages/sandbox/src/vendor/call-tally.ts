/** What was asked of one API since the first instant, for a bench to hold against its limits. */
export interface CallTally {
  calls: number
  /** Refusals by errcode. */
  refused: Record<string, number>
  /** The most calls that were under way at once. */
  mostAtOnce: number
}

export type CallTallies = Record<string, CallTally>

const tallyOf = (tallies: CallTallies, api: string): CallTally =>
  (tallies[api] ??= { calls: 0, refused: {}, mostAtOnce: 0 })

export function noteCall(tallies: CallTallies, api: string, atOnce: number): void {
  const tally = tallyOf(tallies, api)
  tally.calls += 1
  tally.mostAtOnce = Math.max(tally.mostAtOnce, atOnce)
}

export function noteRefusal(tallies: CallTallies, api: string, errcode: number): void {
  const { refused } = tallyOf(tallies, api)
  refused[errcode] = (refused[errcode] ?? 0) + 1
}

/** Refusals of all APIs by errcode. */
export function refusals(tallies: CallTallies): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const { refused } of Object.values(tallies)) {
    for (const [errcode, count] of Object.entries(refused)) sum[errcode] = (sum[errcode] ?? 0) + count
  }
  return sum
}
