import { bytesOfBase64 } from './bytes-of-base64'

test('gives the bytes, also those that are no text', () => {
  expect([...new Uint8Array(bytesOfBase64('AP+A'))]).toEqual([0, 255, 128])
  expect(() => bytesOfBase64('***')).toThrow()
})
