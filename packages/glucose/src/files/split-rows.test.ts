import fc from 'fast-check'
import { delimiters, splitRows } from './split-rows'

test('rows keep their line although blank lines and line breaks in quotes lie between', () => {
  expect(splitRows('a,b\n\n1,"x\ny"\n,,\n2,z', ',')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 3, cells: ['1', 'x\ny'] },
    { line: 6, cells: ['2', 'z'] },
  ])
})

test('a quote never closed does not swallow the rest', () => {
  expect(splitRows('a,b\n1,"x\n2,y', ',')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', '"x'] },
    { line: 3, cells: ['2', 'y'] },
  ])
})

test('a quote inside a cell is a character', () => {
  expect(splitRows('5" needle,6', ',')[0]?.cells).toEqual(['5" needle', '6'])
})

test('any text is split without an error, rows in order', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', 'a', '1', ' ') }),
      fc.constantFrom(...delimiters),
      (text, delimiter) => {
        const lines = splitRows(text, delimiter).map(({ line }) => line)
        expect([...lines].sort((a, b) => a - b)).toEqual(lines)
        expect(Math.max(0, ...lines)).toBeLessThanOrEqual(text.split('\n').length)
      },
    ),
  )
})
