import { spanText } from './span-text'

const span = { days: 14, timeZone: 'Asia/Shanghai' }

test('a span that ends now is named by its length', () => {
  const ends = { from: '2026-11-11T09:30:00.000Z', to: '2026-11-25T09:30:00.000Z', current: true }
  expect(spanText({ ...span, ...ends })).toBe('近 14 天')
  expect(spanText({ ...span, ...ends, days: 1 })).toBe('今天')
})
test('an older span says its dates, the year once when it is one', () => {
  expect(spanText({ ...span, current: false, from: '2018-07-31T20:00:00.000Z', to: '2018-08-14T20:00:00.000Z' })).toBe(
    '2018年8月1日–8月15日',
  )
  expect(spanText({ ...span, current: false, from: '2023-12-25T00:00:00.000Z', to: '2024-01-08T00:00:00.000Z' })).toBe(
    '2023年12月25日–2024年1月8日',
  )
})
