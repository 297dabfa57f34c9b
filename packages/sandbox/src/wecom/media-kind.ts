const heads: readonly [string, number, string][] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['audio/amr', 0, '#!AMR'],
  ['audio/silk', 1, '#!SILK'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/wav', 8, 'WAVE'],
  ['video/mp4', 4, 'ftyp'],
  ['application/pdf', 0, '%PDF'],
]

/** The Content-Type that the first bytes tell; `application/octet-stream` when none is known. */
export function mimeOf(bytes: Buffer): string {
  const found = heads.find(([, at, text]) => bytes.subarray(at, at + text.length).toString('latin1') === text)
  return found?.[0] ?? 'application/octet-stream'
}
