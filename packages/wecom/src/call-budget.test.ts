import * as fc from 'fast-check'
import { createCallBudget } from './call-budget'

function setup(perMinute: number, perHour = 1_000_000) {
  let time = Date.parse('2026-01-01T00:00:00.000Z')
  const budget = createCallBudget({ now: () => new Date(time) }, { perMinute, perHour })
  return {
    ...budget,
    pass: (milliseconds: number) => void (time += milliseconds),
    now: () => time,
    takes: (api = 'a') => budget.take(api).taken,
  }
}

it('fits again at the instant it names, and not a millisecond earlier', () => {
  const world = setup(2)
  expect([world.takes(), world.takes(), world.takes()]).toEqual([true, true, false])
  const slot = world.take('a')
  if (slot.taken) throw new Error('taken')
  world.pass(slot.until.getTime() - world.now() - 1)
  expect(world.takes()).toBe(false)
  world.pass(1)
  expect(world.takes()).toBe(true)
})

it('counts each API for itself', () => {
  const world = setup(1)
  expect([world.takes('a'), world.takes('b'), world.takes('a'), world.takes('b')]).toEqual([true, true, false, false])
})

it('keeps the hour too', () => {
  const world = setup(10, 15)
  for (let minute = 0; minute < 2; minute++) {
    for (let call = 0; call < 10; call++) world.takes()
    world.pass(62_000)
  }
  const slot = world.take('a')
  expect(slot).toMatchObject({ taken: false })
  if (!slot.taken) expect(slot.until.getTime()).toBeGreaterThan(Date.parse('2026-01-01T01:00:00Z'))
})

it('rests a minute after 45009, an hour after the next, and forgets after an answer', () => {
  const world = setup(100)
  expect(world.block('a').getTime()).toBe(world.now() + 60_000)
  expect(world.takes()).toBe(false)
  expect(world.takes('b')).toBe(true)
  world.pass(60_000)
  expect(world.takes()).toBe(true)
  expect(world.block('a').getTime()).toBe(world.now() + 3_600_000)
  world.pass(3_600_000)
  expect(world.takes()).toBe(true)
  world.unblock('a')
  expect(world.block('a').getTime()).toBe(world.now() + 60_000)
})

it('does not stay shut when the clock is set back', () => {
  const world = setup(1)
  world.takes()
  world.pass(-3_600_000)
  expect(world.takes()).toBe(true)
})

it('never lets more than the limit through any sliding minute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }),
      (limit, waits) => {
        const world = setup(limit)
        const taken: number[] = []
        for (const wait of waits) {
          world.pass(wait)
          if (world.takes()) taken.push(world.now())
        }
        for (const end of taken)
          expect(taken.filter((at) => at > end - 60_000 && at <= end).length).toBeLessThanOrEqual(limit)
      },
    ),
  )
})
