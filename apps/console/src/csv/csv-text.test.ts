import { csvText } from './csv-text'

it('quotes what a comma, a quote or a line break would tear apart', () =>
  expect(csvText([['a,b', 'say "hi"', 'x\ny']])).toBe('\uFEFF"a,b","say ""hi""","x\ny"\r\n'))

it('quotes formulas away, but not numbers', () => expect(csvText([['=1+1', '-', -3]])).toBe("\uFEFF'=1+1,'-,-3\r\n"))
