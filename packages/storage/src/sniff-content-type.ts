/**
 * The content type that the bytes themselves show, of the kinds chats carry; null when they show none of them. What a sender
 * calls a file is not asked, and nothing that a browser would run (HTML, SVG) is ever named, so the answer is safe to serve.
 *
 * Signatures: the formats' own specifications; SILK as WeChat writes it has one byte before the mark of the codec's SDK.
 */
export function sniffContentType(bytes: Uint8Array): string | null {
  const text = latin1(bytes.subarray(0, 64))
  return starting.find(([start]) => text.startsWith(start))?.[1] ?? container(bytes, text) ?? mpegAudio(bytes)
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

const starting: readonly (readonly [string, string])[] = [
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['%PDF-', 'application/pdf'],
  // Older Office documents, all alike at the start.
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-cfb'],
  ['#!AMR\n', 'audio/amr'],
  ['#!AMR-WB\n', 'audio/amr-wb'],
  ['#!SILK_V3', 'audio/silk'],
  ['\x02#!SILK_V3', 'audio/silk'],
  ['ID3', 'audio/mpeg'],
]

function container(bytes: Uint8Array, text: string): string | null {
  if (text.startsWith('RIFF')) return riff[text.slice(8, 12)] ?? null
  if (text.slice(4, 8) === 'ftyp')
    return mpeg4Brands.find(([brand]) => brand.test(text.slice(8, 12)))?.[1] ?? 'video/mp4'
  if (text.startsWith('\x1aE\xdf\xa3')) return text.includes('webm') ? 'video/webm' : null
  if (text.startsWith('OggS')) return text.includes('theora') ? 'video/ogg' : 'audio/ogg'
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return zipped(bytes)
  return null
}

const riff: Readonly<Record<string, string>> = { WEBP: 'image/webp', WAVE: 'audio/wav' }

const mpeg4Brands: readonly (readonly [RegExp, string])[] = [
  [/^M4[AB] $/, 'audio/mp4'],
  [/^qt {2}$/, 'video/quicktime'],
  [/^3g/, 'video/3gpp'],
  [/^(hei[cx]|mif1)$/, 'image/heic'],
]

const office = 'application/vnd.openxmlformats-officedocument'
const offices: readonly (readonly [string, string])[] = [
  ['word/document.xml', `${office}.wordprocessingml.document`],
  ['xl/workbook.xml', `${office}.spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${office}.presentationml.presentation`],
]

/** Office documents are ZIP archives told by a part they must have, as the archive's directory names it. */
function zipped(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return offices.find(([part]) => isNamedInDirectory(whole, part))?.[1] ?? 'application/zip'
}

/** A name in the directory follows 46 bytes of header (PKWARE APPNOTE 4.3.12); elsewhere it is somebody's text. */
function isNamedInDirectory(archive: Buffer, part: string): boolean {
  for (let at = archive.indexOf(part); at >= 0; at = archive.indexOf(part, at + 1))
    if (archive.toString('latin1', at - 46, at - 42) === 'PK\x01\x02') return true
  return false
}

/** Frames without a container: eleven set bits, then version and layer (ISO 11172-3, ISO 13818-7 for ADTS). */
function mpegAudio(bytes: Uint8Array): string | null {
  const [first = 0, second = 0, third = 0] = bytes
  if (first !== 0xff) return null
  if ((second & 0xf6) === 0xf0) return 'audio/aac'
  const isLayerThree = (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08
  return isLayerThree && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c ? 'audio/mpeg' : null
}
