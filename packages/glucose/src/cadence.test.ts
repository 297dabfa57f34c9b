import { cadenceMinutes } from './cadence'

const minutes = (...at: number[]) => at.map((minute) => minute * 60_000)

test('the cadence is the median gap, whatever is missing', () => {
  expect(cadenceMinutes(minutes(0, 5, 10, 15, 600, 605, 610))).toBe(5)
  expect(cadenceMinutes(minutes(0, 15, 30, 45))).toBe(15)
})

test('seconds of drift and repeated instants do not matter', () => {
  expect(cadenceMinutes([0, 301_000, 301_000, 301_000, 599_000, 902_000])).toBe(5)
})

test('one instant has no cadence', () => {
  expect(cadenceMinutes([])).toBeNull()
  expect(cadenceMinutes(minutes(3))).toBeNull()
  expect(cadenceMinutes(minutes(3, 3))).toBeNull()
})
