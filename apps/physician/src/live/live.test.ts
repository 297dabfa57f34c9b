import { ApiError } from '../api/api-error'
import { createLive, type Polled } from './live'

interface Counted extends Polled {
  rows: string[]
}
const answer = (rows: string[], cursor: string, unchanged = false): Counted => ({ rows, cursor, unchanged, now: `now-${cursor}` })

/** Timers by hand: `next()` runs the one that waits and tells its delay. */
const byHand = () => {
  let waiting: { ms: number; act: () => void } | undefined
  return {
    after: (ms: number, act: () => void) => {
      const mine = { ms, act }
      waiting = mine
      return () => {
        if (waiting === mine) waiting = undefined
      }
    },
    delay: () => waiting?.ms,
    next: async () => {
      const due = waiting
      waiting = undefined
      due?.act()
      await settled()
    },
  }
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('live', () => {
  it('asks with the cursor of what it holds and keeps the rows when nothing moved', async () => {
    const timers = byHand()
    const asked: (string | undefined)[] = []
    const answers = [answer(['王'], 'c1'), answer([], 'c2', true), answer(['王', '陈'], 'c3')]
    const live = createLive<Counted>({
      ask: async (since) => {
        asked.push(since)
        return answers.shift() ?? answer([], 'end', true)
      },
      everyMs: 3000,
      after: timers.after,
    })
    live.start()
    await settled()
    expect(timers.delay()).toBe(3000)
    await timers.next()
    expect(live.view().answer).toMatchObject({ rows: ['王'], now: 'now-c2' })
    await timers.next()
    expect(live.view().answer?.rows).toEqual(['王', '陈'])
    expect(asked).toEqual([undefined, 'c1', 'c2'])
  })

  it('keeps the last answer through a failure, waits longer, and recovers', async () => {
    const timers = byHand()
    let down = false
    const live = createLive<Counted>({
      ask: async () => {
        if (down) throw new ApiError('unreachable')
        return answer(['王'], 'c1')
      },
      everyMs: 3000,
      after: timers.after,
    })
    live.start()
    await settled()
    down = true
    await timers.next()
    await timers.next()
    await timers.next()
    expect(live.view()).toMatchObject({ answer: { rows: ['王'] }, error: { code: 'unreachable' } })
    expect(timers.delay()).toBe(12_000)
    down = false
    await live.refresh()
    expect(live.view().error).toBeUndefined()
    expect(timers.delay()).toBe(3000)
  })

  it('asks no more once stopped, and drops what comes late', async () => {
    const timers = byHand()
    let release: (value: Counted) => void = () => undefined
    const live = createLive<Counted>({ ask: () => new Promise((resolve) => (release = resolve)), everyMs: 3000, after: timers.after })
    live.start()
    live.stop()
    release(answer(['迟到'], 'c1'))
    await settled()
    expect(live.view().answer).toBeUndefined()
    expect(timers.delay()).toBeUndefined()
  })

  it('tells listeners of each change', async () => {
    const live = createLive<Counted>({ ask: async () => answer([], 'c1'), everyMs: 3000, after: byHand().after })
    let heard = 0
    const stop = live.subscribe(() => (heard += 1))
    await live.refresh()
    stop()
    await live.refresh()
    expect(heard).toBe(1)
  })
})
