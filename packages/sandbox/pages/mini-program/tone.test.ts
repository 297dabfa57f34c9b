import { toneWav } from './tone'

test('a tone is a whole WAV file of its length', () => {
  const bytes = toneWav(2)
  const view = new DataView(bytes.buffer)
  expect(new TextDecoder().decode(bytes.subarray(0, 4))).toBe('RIFF')
  expect(new TextDecoder().decode(bytes.subarray(8, 16))).toBe('WAVEfmt ')
  expect(view.getUint32(4, true)).toBe(bytes.length - 8)
  expect(view.getUint32(40, true) / view.getUint32(28, true)).toBe(2)
  expect(new Set(bytes.subarray(44)).size).toBeGreaterThan(10)
})
