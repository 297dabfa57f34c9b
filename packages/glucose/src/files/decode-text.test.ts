import iconv from 'iconv-lite'
import { decodeText } from './decode-text'

const text = '时间,血糖(mmol/L)\n2024-01-05 08:30,5.6\n'
const utf8 = new TextEncoder().encode(text)

test.each([
  ['utf-8', utf8],
  ['utf-8', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
  ['gb18030', iconv.encode(text, 'gbk')],
  ['gb18030', iconv.encode(text, 'gb18030')],
  ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
] as const)('reads %s', (encoding, bytes) => {
  expect(decodeText(bytes)).toEqual({ outcome: 'decoded', text, encoding })
})

test('line ends of Windows and old Macs become one', () => {
  expect(decodeText(new TextEncoder().encode('a\r\nb\rc\nd'))).toMatchObject({ text: 'a\nb\nc\nd' })
})

test.each([
  ['empty', []],
  ['empty', [...new TextEncoder().encode(' \r\n\t\n')]],
  ['spreadsheet', [0x50, 0x4b, 0x03, 0x04, 0x14]],
  ['spreadsheet', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
  ['not-text', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]],
  ['not-text', [0x61, 0x00, 0x62]],
  ['not-text', [0xff, 0xff, 0xff]],
])('refuses a file as %s', (code, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toMatchObject({ outcome: 'refused', code, field: 'file' })
})

test('refuses what is too large to read at once', () => {
  expect(decodeText(new Uint8Array(32 * 1024 * 1024 + 1))).toMatchObject({ outcome: 'refused', code: 'too-large' })
})
