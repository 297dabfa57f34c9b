import { filledIn, matching, slashAt } from './slash-macro'

it.each([
  ['/', 1, { from: 0, to: 1, typed: '' }],
  ['／门诊', 3, { from: 0, to: 3, typed: '门诊' }],
  ['好的 /门', 5, { from: 3, to: 5, typed: '门' }],
  ['好的\n/门', 5, { from: 3, to: 5, typed: '门' }],
  ['血压 130/80', 9, null],
  ['/门诊 见', 5, null],
  ['/门诊', 0, null],
])('finds the slash in %j at %i', (text, caret, range) => expect(slashAt(text, caret)).toEqual(range))

it('ranks by title first, then by text', () => {
  const macros = [
    { title: '请拍照', text: '门诊前请拍一张' },
    { title: '周四门诊', text: '来一趟' },
    { title: '门诊见', text: '当面看' },
    { title: '收到', text: '稍后回您' },
  ]
  expect(matching(macros, '门诊').map(({ title }) => title)).toEqual(['门诊见', '周四门诊', '请拍照'])
  expect(matching(macros, '')).toHaveLength(4)
})

it('puts the sentence in place of the slash', () =>
  expect(filledIn('好的 /门，谢谢', { from: 3, to: 5, typed: '门' }, '门诊见。')).toEqual({
    text: '好的 门诊见。，谢谢',
    caret: 7,
  }))
