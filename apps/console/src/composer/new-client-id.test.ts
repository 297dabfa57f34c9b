import { newClientId } from './new-client-id'

it('sets version and variant whatever the bytes', () => {
  expect(newClientId(new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
  expect(newClientId(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000')
})

it('is another one every time', () => expect(newClientId()).not.toBe(newClientId()))
