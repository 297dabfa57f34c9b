import { sniffContentType } from './sniff-content-type'

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const office = 'application/vnd.openxmlformats-officedocument'

/** An archive as ZIP tools write it, of empty parts: local headers, directory, end (PKWARE APPNOTE 4.3). */
function archive(...parts: readonly string[]): Uint8Array {
  const header = (mark: string, zeros: number, part: string) => {
    const fields = Buffer.alloc(zeros)
    fields.writeUInt16LE(part.length, mark === 'PK\x03\x04' ? 22 : 24)
    return Buffer.concat([Buffer.from(mark, 'latin1'), fields, Buffer.from(part, 'latin1')])
  }
  return new Uint8Array(
    Buffer.concat([
      ...parts.map((part) => header('PK\x03\x04', 26, part)),
      ...parts.map((part) => header('PK\x01\x02', 42, part)),
      Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1'),
    ]),
  )
}

describe('sniffContentType', () => {
  it.each([
    ['image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['image/gif', 'GIF89a\x01\0\x01\0'],
    ['image/gif', 'GIF87a\x01\0\x01\0'],
    ['image/webp', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['image/heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['video/mp4', '\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41'],
    ['video/mp4', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
    ['video/quicktime', '\0\0\0\x14ftypqt  \0\0\0\0qt  '],
    ['video/3gpp', '\0\0\0\x18ftyp3gp4\0\0\0\x003gp4'],
    ['audio/mp4', '\0\0\0\x1cftypM4A \0\0\0\0M4A mp42isom'],
    ['audio/mpeg', 'ID3\x03\0\0\0\0\x0f\x76'],
    ['audio/mpeg', '\xff\xfb\x90\x64\0\0'],
    ['audio/mpeg', '\xff\xf3\x84\xc4\0\0'],
    ['audio/aac', '\xff\xf1\x50\x80\x02\x1f\xfc'],
    ['audio/aac', '\xff\xf9\x50\x80\x02\x1f\xfc'],
    ['audio/amr', '#!AMR\n\x3c\x91'],
    ['audio/amr-wb', '#!AMR-WB\n\x3c\x91'],
    ['audio/silk', '#!SILK_V3\x0c\0'],
    ['audio/silk', '\x02#!SILK_V3\x0c\0'],
    ['audio/wav', 'RIFF\x24\0\0\0WAVEfmt '],
    ['audio/ogg', 'OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead'],
    ['video/ogg', 'OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x2a\x80theora'],
    ['video/webm', '\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm'],
    ['application/pdf', '%PDF-1.7\n%'],
    ['application/x-cfb', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'],
  ])('knows %s', (type, start) => {
    expect(sniffContentType(bytes(start))).toBe(type)
  })

  it('tells office documents from other archives by the part they must have', () => {
    const parts = ['[Content_Types].xml', '_rels/.rels']
    expect(sniffContentType(archive(...parts, 'word/document.xml'))).toBe(`${office}.wordprocessingml.document`)
    expect(sniffContentType(archive(...parts, 'xl/workbook.xml'))).toBe(`${office}.spreadsheetml.sheet`)
    expect(sniffContentType(archive(...parts, 'ppt/presentation.xml'))).toBe(`${office}.presentationml.presentation`)
    expect(sniffContentType(archive('word.txt', 'readings.csv'))).toBe('application/zip')
    expect(sniffContentType(archive())).toBe('application/zip')
    const telling = Buffer.concat([archive('readme'), Buffer.from('inside a Word file lies word/document.xml')])
    expect(sniffContentType(new Uint8Array(telling))).toBe('application/zip')
  })

  it.each([
    ['nothing', ''],
    ['text', 'glucose 6.1'],
    ['a page a browser would run', '<!doctype html><script>'],
    ['a drawing a browser would run', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['a start that is cut', '\xff\xd8'],
    ['another RIFF', 'RIFF\x24\0\0\0AVI LIST'],
    ['another Matroska', '\x1aE\xdf\xa3\x9fB\x82\x88matroska'],
    ['UTF-16 text', '\xff\xfe<\0h\0'],
    ['set bits', '\xff\xff\xff\xff'],
    ['frames of another layer', '\xff\xfd\x90\x64'],
  ])('names no type for %s', (_, content) => {
    expect(sniffContentType(bytes(content))).toBeNull()
  })

  it('reads a part of a larger memory', () => {
    const whole = Buffer.concat([Buffer.from('zzz'), archive('word/document.xml'), Buffer.from('xl/workbook.xml')])
    const part = new Uint8Array(whole.buffer, whole.byteOffset + 3, whole.length - 18)
    expect(sniffContentType(part)).toBe(`${office}.wordprocessingml.document`)
  })
})
