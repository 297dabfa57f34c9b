import { createHash, createHmac } from 'node:crypto'

/** A request as it came over the wire. Header names in lower case. */
export interface SignedRequest {
  method: string
  /** Path and query, still encoded. */
  url: string
  headers: Readonly<Record<string, string | undefined>>
  body: Uint8Array
}

const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')
const hmac = (key: Uint8Array | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/
/** S3 refuses a request without these in its signature. */
const MUST_SIGN = ['host', 'x-amz-content-sha256', 'x-amz-date']

/**
 * Checks a request as S3 does, written from "Signature Calculations for the Authorization Header" of the Amazon S3 API
 * Reference alone. Gives S3's error code, or null when the request is as its owner signed it.
 */
export function refusalOf(
  request: SignedRequest,
  owner: { accessKeyId: string; secretAccessKey: string; region: string },
): string | null {
  const { headers } = request
  const [, keyId, day = '', region = '', names = '', signature] =
    AUTHORIZATION.exec(headers['authorization'] ?? '') ?? []
  if (!signature) return 'AccessDenied'
  if (keyId !== owner.accessKeyId) return 'InvalidAccessKeyId'
  if (region !== owner.region) return 'AuthorizationHeaderMalformed'
  const signed = names.split(';')
  const moment = headers['x-amz-date'] ?? ''
  if (!MUST_SIGN.every((name) => signed.includes(name)) || !moment.startsWith(day)) return 'AccessDenied'
  if (headers['x-amz-content-sha256'] !== sha256(request.body)) return 'XAmzContentSHA256Mismatch'
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', moment, scope, sha256(canonical(request, signed))].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${owner.secretAccessKey}`)
  return hmac(key, toSign).toString('hex') === signature ? null : 'SignatureDoesNotMatch'
}

function canonical({ method, url, headers }: SignedRequest, signed: readonly string[]): string {
  const [path = '', query = ''] = url.split('?')
  const parameters = query === '' ? [] : query.split('&').map((each) => (each.includes('=') ? each : `${each}=`))
  const lines = signed.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`)
  return [
    method,
    path,
    parameters.sort().join('&'),
    lines.join(''),
    signed.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n')
}
