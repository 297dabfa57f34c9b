import { timeFigure } from './time-figure'

it('says the median, nine tenths and over how many', () =>
  expect(timeFigure({ count: 132, medianSeconds: 1260, p90Seconds: 32_400 })).toEqual({
    value: '21 分钟',
    of: '九成在 9 小时内 · 132 次',
  }))

it('invents nothing when there was none', () =>
  expect(timeFigure({ count: 0, medianSeconds: null, p90Seconds: null })).toEqual({ value: '—', of: '0 次' }))
