import { failureAdvice } from './failure-advice'

it.each([
  ['window-closed', 'helps', '小程序对话'],
  ['patient-rejects', 'helps', '电话'],
  ['fail-type-12', 'useless', '改成文字'],
  ['fail-type-0', 'helps', '打电话'],
  ['toString', 'helps', '打电话'],
  [undefined, 'helps', '打电话'],
])('says what to do about %s', (code, again, words) => {
  expect(failureAdvice(code).again).toBe(again)
  expect(failureAdvice(code).next).toContain(words)
})
