import { readClockCell } from './clock-cell'
import { dateOrderOf } from './date-order'

const order = (...dates: string[]) => dateOrderOf(dates.map((date) => readClockCell(`${date} 08:30`)))

test('one number above 12 settles the whole column', () => {
  expect(order('3/4/2024', '3/5/2024', '3/13/2024')).toBe('MDY')
  expect(order('3/4/2024', '13/4/2024')).toBe('DMY')
})

test('dates that all read both ways, or contradict one another, are asked about', () => {
  expect(order('3/4/2024', '3/5/2024')).toBe('ask')
  expect(order('13/4/2024', '4/13/2024')).toBe('ask')
})

test('dates that read the same both ways, and ISO dates, need no order', () => {
  expect(order('3/3/2024', '4/4/2024')).toBe('any')
  expect(order('2024-03-04', '4.3.2024')).toBe('any')
  expect(order()).toBe('any')
})
