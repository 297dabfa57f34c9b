import { nextRow } from './next-row'

it.each([
  ['j', 3, -1, 0],
  ['j', 3, 1, 2],
  ['j', 3, 2, 2],
  ['k', 3, 2, 1],
  ['k', 3, 0, 0],
  ['k', 3, -1, 0],
  ['x', 3, 1, null],
  ['j', 0, -1, null],
])('%s in %i rows from %i', (key, count, at, to) => expect(nextRow(key, count, at)).toBe(to))
