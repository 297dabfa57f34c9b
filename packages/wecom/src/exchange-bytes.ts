import { WecomMediaTooLarge, WecomUnreachable } from './errors'
import { type ExchangeRequest, parsedJson, transmit } from './exchange'

export interface DownloadedPart {
  bytes: Uint8Array<ArrayBuffer>
  contentType: string
  /** As WeCom names it, or null. */
  fileName: string | null
  /** Where a part stands: its first byte and the size of the whole file. Absent for a whole file. */
  place?: { first: number; size: number }
}

/**
 * One HTTP exchange with bytes for an answer: the file (200), a part of it (206), or WeCom's JSON error, which also
 * comes with 200 and is known by its Content-Type (document 90254). A file of JSON is told from an error by its
 * Content-Disposition.
 * @throws WecomUnreachable; WecomMediaTooLarge as soon as more than `most` bytes are announced or have come
 */
export async function exchangeBytes(
  request: ExchangeRequest,
  most: number,
): Promise<{ json: unknown } | { part: DownloadedPart }> {
  const { api } = request
  return transmit(request, async (response) => {
    if (response.status !== 200 && response.status !== 206) throw new WecomUnreachable(api, 'http-status', 'unknown')
    const contentType = response.headers.get('content-type') ?? 'application/octet-stream'
    const disposition = response.headers.get('content-disposition')
    if (disposition === null && /^(?:application\/json|text\/plain)\b/i.test(contentType))
      return { json: parsedJson(api, await response.text()) }
    const place = response.status === 206 ? placeOf(response.headers.get('content-range')) : undefined
    if (response.status === 206 && !place) throw new WecomUnreachable(api, 'http-status', 'unknown')
    const size = place?.size ?? announced(response.headers.get('content-length'))
    if (size !== undefined && size > most) throw new WecomMediaTooLarge(most, size)
    const bytes = await bytesOf(response, most)
    return { part: { bytes, contentType, fileName: fileNameOf(disposition), ...(place && { place }) } }
  })
}

const announced = (length: string | null) => (length !== null && /^\d+$/.test(length) ? Number(length) : undefined)

/** WeCom's page writes it both with and without `=`. */
function placeOf(range: string | null): { first: number; size: number } | undefined {
  const [, first, size] = /^bytes[ =](\d+)-\d+\/(\d+)$/.exec(range ?? '') ?? []
  return first === undefined ? undefined : { first: Number(first), size: Number(size) }
}

async function bytesOf(response: Response, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > most) throw new WecomMediaTooLarge(most)
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** The bare name in a Content-Disposition: no folder, no control character. */
function fileNameOf(disposition: string | null): string | null {
  if (disposition === null) return null
  const extended = /filename\*=(?:UTF-8|utf-8)''([^;]+)/.exec(disposition)?.[1]
  const plain = /filename="((?:[^"\\]|\\.)*)"/.exec(disposition)?.[1] ?? /filename=([^";]+)/.exec(disposition)?.[1]
  const name = extended ? percentDecoded(extended) : plain && percentDecoded(utf8(plain.replace(/\\(.)/g, '$1')))
  const bare = name
    ?.split(/[/\\]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, '')
    .trim()
  return bare ? bare : null
}

/** Fetch gives a header's bytes as Latin-1, WeCom writes them as UTF-8. */
function utf8(value: string): string {
  // A character beyond Latin-1 cannot be a byte: somebody has decoded it already.
  if ([...value].some((character) => character > '\u00ff')) return value
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'))
  } catch {
    return value
  }
}

function percentDecoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
