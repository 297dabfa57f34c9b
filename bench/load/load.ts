/** Real time in milliseconds and a way to wait for it; a test brings its own. */
export interface LoadClock {
  now(): number
  until(instant: number): Promise<void>
}
export const realClock: LoadClock = {
  now: () => performance.now(),
  until: (instant) => new Promise((resolve) => setTimeout(resolve, Math.max(0, instant - performance.now()))),
}

export interface Load<Outcome> {
  /** Milliseconds of each request, in the order of its completion. */
  readonly samples: readonly number[]
  readonly outcomes: readonly Outcome[]
  /** From the first send to the last answer, in milliseconds. */
  readonly elapsedMs: number
  /** How many milliseconds after its instant each request was sent; empty for a closed loop, which has no instants. */
  readonly lateness: readonly number[]
}

export interface ClosedLoop<Outcome> {
  readonly concurrency: number
  readonly seconds: number
  readonly send: () => Promise<Outcome>
  readonly clock?: LoadClock
}

/** So many callers, each sending again as soon as it was answered: what the host can take, not how long people wait. */
export async function closedLoop<Outcome>({
  concurrency,
  seconds,
  send,
  clock = realClock,
}: ClosedLoop<Outcome>): Promise<Load<Outcome>> {
  const samples: number[] = []
  const outcomes: Outcome[] = []
  const began = clock.now()
  const caller = async (): Promise<void> => {
    while (clock.now() - began < seconds * 1000) {
      const sent = clock.now()
      const outcome = await send()
      samples.push(clock.now() - sent)
      outcomes.push(outcome)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, caller))
  return { samples, outcomes, elapsedMs: clock.now() - began, lateness: [] }
}

export interface OpenLoop<Outcome> {
  /** Requests a second, evenly spaced. */
  readonly rate: number
  readonly seconds: number
  readonly send: () => Promise<Outcome>
  readonly clock?: LoadClock
}

/**
 * One request at each instant of a fixed timetable, whether or not the earlier ones are answered, and each measured from the
 * instant it was meant for: a host that stalls is charged for everything that queued up behind the stall.
 */
export async function openLoop<Outcome>({
  rate,
  seconds,
  send,
  clock = realClock,
}: OpenLoop<Outcome>): Promise<Load<Outcome>> {
  const samples: number[] = []
  const outcomes: Outcome[] = []
  const lateness: number[] = []
  const began = clock.now()
  const sending: Promise<void>[] = []
  for (let at = 0; at < rate * seconds; at++) {
    const intended = began + (at * 1000) / rate
    if (clock.now() < intended) await clock.until(intended)
    lateness.push(Math.max(0, clock.now() - intended))
    sending.push(
      send().then((outcome) => {
        samples.push(clock.now() - intended)
        outcomes.push(outcome)
      }),
    )
  }
  await Promise.all(sending)
  return { samples, outcomes, elapsedMs: clock.now() - began, lateness }
}
