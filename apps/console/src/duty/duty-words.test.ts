import { workdayWords } from './duty-words'

it.each([
  [[1, 2, 3, 4, 5], '周一至周五'],
  [[5, 1, 3], '周一、周三、周五'],
  [[6, 7], '周六、周日'],
  [[1, 2, 3, 4, 5, 6, 7], '每天'],
  [[], '没有上班的日子'],
])('says %j', (days, words) => expect(workdayWords(days)).toBe(words))
