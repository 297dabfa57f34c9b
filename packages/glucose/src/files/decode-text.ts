import iconv from 'iconv-lite'
import type { FileEncoding, RefusedFile } from './glucose-file'
import { refuse } from './refusal'

export interface DecodedText {
  readonly outcome: 'decoded'
  readonly text: string
  readonly encoding: FileEncoding
}

const maxBytes = 32 * 1024 * 1024

/**
 * Bytes to text with `\n` line ends: byte order mark first, then strict UTF-8, then GB18030, the encoding of tables
 * saved by Excel on a Chinese computer. Spreadsheets and other binary files are refused by their first bytes or by
 * control characters no table holds.
 */
export function decodeText(bytes: Uint8Array): DecodedText | RefusedFile {
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > maxBytes) return refuse('too-large')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refuse('spreadsheet')
  }
  const decoded = decode(bytes)
  if (!decoded || hasControls(decoded.text)) return refuse('not-text')
  const text = decoded.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return text.trim() === '' ? refuse('empty') : { outcome: 'decoded', text, encoding: decoded.encoding }
}

function decode(bytes: Uint8Array): { text: string; encoding: FileEncoding } | undefined {
  if (startsWith(bytes, [0xff, 0xfe]))
    return { text: iconv.decode(Buffer.from(bytes), 'utf-16le'), encoding: 'utf-16le' }
  if (startsWith(bytes, [0xfe, 0xff]))
    return { text: iconv.decode(Buffer.from(bytes), 'utf-16be'), encoding: 'utf-16be' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const text = iconv.decode(Buffer.from(bytes), 'gb18030')
    return text.includes('\uFFFD') ? undefined : { text, encoding: 'gb18030' }
  }
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

function hasControls(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what tells a binary file from a table
  return /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)
}
