import { checkTemplateValue } from './template-value'

it.each([
  ['thing1', '字'.repeat(20), '字'.repeat(21)],
  ['number1', '12.5', '十二'],
  ['letter1', 'abc', 'a1'],
  ['symbol1', '+++++', '++++++'],
  ['character_string1', 'A-12', '编号'],
  ['time1', '2026年11月30日 09:00', '上午'],
  ['date1', '2026-11-30', '30'],
  ['amount1', '￥12.50元', '很多'],
  ['phone_number1', '+86-10-12345', '电话'],
  ['car_number1', '京A12345', '京A12345678'],
  ['name1', '王秀兰', '王'.repeat(11)],
  ['name1', 'Wang Xiulan', 'W'.repeat(21)],
  ['phrase1', '已完成', '已完成了没有'],
])('%s takes %s and refuses %s', (key, good, bad) => {
  expect(() => checkTemplateValue(key, good)).not.toThrow()
  expect(() => checkTemplateValue(key, bad)).toThrow(key)
})
