import { readValueCell } from './value-cell'

test.each([
  ['5.6', 5.6],
  ['5,6', 5.6],
  ['101', 101],
  ['167.3333333', 167.3333333],
  [' 7.8 mmol/L', 7.8],
  ['７．８', 7.8],
])('%s is a number', (cell, amount) => {
  expect(readValueCell(cell)).toEqual({ kind: 'number', amount })
})

test.each(['HI', 'hi', 'High', '高', '>33.3', '> 400'])('%s is HI', (cell) => {
  expect(readValueCell(cell)).toEqual({ kind: 'HI' })
})

test.each(['LO', 'Lo', 'LOW', '低', '<1.1', '< 40'])('%s is LO', (cell) => {
  expect(readValueCell(cell)).toEqual({ kind: 'LO' })
})

test.each([
  ['', 'value-missing'],
  ['  ', 'value-missing'],
  ['n/a', 'value-unreadable'],
  ['-5.6', 'value-unreadable'],
  ['1e2', 'value-unreadable'],
  ['0x1F', 'value-unreadable'],
  ['5.6.7', 'value-unreadable'],
  ['HIGHER', 'value-unreadable'],
])('%p is %s', (cell, code) => {
  expect(readValueCell(cell)).toEqual({ kind: 'unreadable', code })
})
