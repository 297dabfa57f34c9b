import { rowsNamed } from './rows-named'

const rows = [{ name: '王秀兰' }, { name: '陈玉芬' }, { name: 'Wang Fang' }]

it.each([
  ['秀', ['王秀兰']],
  [' wang ', ['Wang Fang']],
  ['', ['王秀兰', '陈玉芬', 'Wang Fang']],
  ['赵', []],
])('%j finds %j', (typed, names) => {
  expect(rowsNamed(rows, typed).map((row) => row.name)).toEqual(names)
})
