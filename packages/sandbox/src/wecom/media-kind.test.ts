import { mimeOf } from './media-kind'

it.each([
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ffe000104a46', 'image/jpeg'],
  [Buffer.from('#!AMR\n').toString('hex'), 'audio/amr'],
  [Buffer.from('\x02#!SILK_V3').toString('hex'), 'audio/silk'],
  ['0000001866747970', 'video/mp4'],
  ['00', 'application/octet-stream'],
])('%s is %s', (hex, mime) => {
  expect(mimeOf(Buffer.from(hex, 'hex'))).toBe(mime)
})
