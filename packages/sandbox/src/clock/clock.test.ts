import { createClock } from './clock'
import type { ClockState } from './clock'

function clockAt(mode: ClockState['mode']) {
  const state: ClockState = { at: 1_000, mode }
  const machine = { real: 0 }
  return { state, machine, clock: createClock(state, () => machine.real) }
}

it('stands while frozen', () => {
  const { machine, clock } = clockAt('frozen')
  machine.real = 500
  expect(clock.now()).toBe(1_000)
})

it('flows at real pace from where it was set', () => {
  const { machine, clock } = clockAt('running')
  machine.real = 500
  expect(clock.now()).toBe(1_500)
  clock.set(90_000)
  machine.real = 700
  expect(clock.now()).toBe(90_200)
})

it('keeps the time it had when the mode changes', () => {
  const { machine, clock } = clockAt('running')
  machine.real = 500
  clock.setMode('frozen')
  machine.real = 900
  expect(clock.now()).toBe(1_500)
  clock.setMode('running')
  machine.real = 1_000
  expect(clock.now()).toBe(1_600)
})

it('stands while held and flows on when released', () => {
  const { machine, clock } = clockAt('running')
  clock.hold()
  machine.real = 400
  expect(clock.now()).toBe(1_000)
  clock.release()
  machine.real = 450
  expect(clock.now()).toBe(1_050)
})

it('writes the present instant for a snapshot without changing it', () => {
  const { state, machine, clock } = clockAt('running')
  machine.real = 250
  clock.settle()
  expect(state.at).toBe(1_250)
  expect(clock.now()).toBe(1_250)
})

it('tells listeners of every move', () => {
  const { clock } = clockAt('frozen')
  let told = 0
  clock.onChange(() => (told += 1))
  clock.set(5)
  clock.setMode('running')
  expect(told).toBe(2)
})
