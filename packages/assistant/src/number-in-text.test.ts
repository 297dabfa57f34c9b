import { numbersIn } from './number-in-text'

const read = (text: string): string[] =>
  numbersIn(text)
    .filter(({ isWord }) => !isWord)
    .map(({ from, to, decimals, maybeHour }) =>
      [from === to ? `${from}` : `${from}–${to}`, `.${decimals}`, ...(maybeHour ? ['hour?'] : [])].join(' '),
    )

describe('numbersIn', () => {
  it.each<[string, string[]]>([
    ['血糖2.8', ['2.8 .1']],
    ['2。8和2·7', ['2.8 .1', '2.7 .1']],
    ['16.75', ['16.75 .2']],
    ['18', ['18 .0']],
    ['二点八', ['2.8 .1']],
    ['两点零五', ['2.05 .2']],
    ['十八', ['18 .0']],
    ['二十', ['20 .0']],
    ['二十三', ['23 .0']],
    ['十六点七', ['16.7 .1']],
    ['十八点几', ['18–18.9 .1 hour?']],
    ['18.几', ['18–18.9 .1']],
    ['三百二', ['320 .0']],
    ['三百二十', ['320 .0']],
    ['三百零五', ['305 .0']],
    ['三百多', ['301–399.9 .0']],
    ['20多', ['20.1–29.9 .0']],
    ['十几', ['10.1–19.9 .0']],
    ['十七八', ['17–17.9 .0']],
    ['二三十', ['20 .0']],
    ['2点8', ['2.8 .1']],
    ['2点30', ['2 .0', '30 .0']],
    ['两点半', []],
    ['两点十分', ['10 .0']],
    ['一点一点', []],
    ['一直', []],
    ['没有', []],
  ])('%s', (text, numbers) => expect(read(text)).toEqual(numbers))

  it('says where it stands', () => {
    const text = '空腹十八点几和2.8'
    expect(numbersIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['十八点几', '2.8'])
  })
})
