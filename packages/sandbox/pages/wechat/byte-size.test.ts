import { byteSize } from './byte-size'

test.each([
  [312, '312 B'],
  [49_152, '48.0 KB'],
  [1_258_291, '1.2 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(byteSize(bytes)).toBe(text)
})
