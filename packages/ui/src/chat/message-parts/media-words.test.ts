import { bytesText, secondsText, unreadableText } from './media-words'

test.each([
  ['image', 'pending', null, '图片正在取来'],
  ['voice', 'gone', null, '语音已过期，没能取到'],
  ['file', 'refused', null, '文件太大或类型不能打开'],
  ['video', 'stored', null, '视频现在读不到'],
  ['image', 'stored', '/a', null],
] as const)('%s %s: %s says %s', (kind, state, url, text) => {
  expect(unreadableText(kind, { state, url })).toBe(text)
})

test.each([
  [null, ''],
  [0.3, '1″'],
  [5.4, '5″'],
  [59.7, '1′00″'],
  [65, '1′05″'],
])('%s seconds read %s', (seconds, text) => {
  expect(secondsText(seconds)).toBe(text)
})

test.each([
  [null, ''],
  [900, '900 B'],
  [840_000, '820 KB'],
  [1_048_000, '1.0 MB'],
  [1_500_000, '1.4 MB'],
])('%s bytes read %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})
