import { closedLoop, openLoop } from './load'
import type { LoadClock } from './load'

/** Time that passes only where somebody waits for it. */
function handClock(): LoadClock & { pass(ms: number): void } {
  let now = 0
  return {
    now: () => now,
    pass: (ms) => void (now += ms),
    until: async (instant) => void (now = Math.max(now, instant)),
  }
}

describe('an open loop', () => {
  it('sends on its timetable', async () => {
    const clock = handClock()
    const at: number[] = []
    const load = await openLoop({ rate: 100, seconds: 0.05, clock, send: async () => void at.push(clock.now()) })
    expect(at).toEqual([0, 10, 20, 30, 40])
    expect(load.lateness).toEqual([0, 0, 0, 0, 0])
  })

  it('charges a stall to everything that queued up behind it', async () => {
    const clock = handClock()
    let sent = 0
    const stall = (): Promise<void> => {
      if (++sent === 1) clock.pass(35)
      return Promise.resolve()
    }
    const load = await openLoop({ rate: 100, seconds: 0.05, clock, send: stall })
    expect(load.lateness).toEqual([0, 25, 15, 5, 0])
    // All are heard at 40, when the sender, back on its timetable, listens again; none counts from its own late sending.
    expect(load.samples).toEqual([40, 30, 20, 10, 0])
  })

  it('does not wait for an answer before the next is sent', async () => {
    const clock = handClock()
    const waiting: (() => void)[] = []
    const load = openLoop({
      rate: 1000,
      seconds: 0.003,
      clock,
      send: () =>
        new Promise<void>((resolve) => {
          waiting.push(resolve)
          if (waiting.length === 3) for (const answer of waiting) answer()
        }),
    })
    expect((await load).samples).toHaveLength(3)
  })
})

describe('a closed loop', () => {
  it('keeps as many in flight as it has callers, and never more', async () => {
    const clock = handClock()
    let inFlight = 0
    let most = 0
    const load = await closedLoop({
      concurrency: 4,
      seconds: 1,
      clock,
      send: async () => {
        most = Math.max(most, ++inFlight)
        await Promise.resolve()
        clock.pass(10)
        inFlight--
        return 'answered'
      },
    })
    expect(most).toBe(4)
    expect(load.outcomes.length).toBe(load.samples.length)
    expect(load.elapsedMs).toBeGreaterThanOrEqual(1000)
  })
})
