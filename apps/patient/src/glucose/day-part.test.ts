import { dayPart } from './day-part'

test.each([
  [0, '凌晨'],
  [390, '早上'],
  [600, '上午'],
  [720, '中午'],
  [900, '下午'],
  [1090, '晚上'],
])('minute %s is %s', (minute, part) => expect(dayPart(minute)).toBe(part))
