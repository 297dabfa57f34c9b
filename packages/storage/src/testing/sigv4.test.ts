import { createHash } from 'node:crypto'
import { type SignedRequest, refusalOf } from './sigv4'

/** Examples of "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)", Amazon S3 API Reference. */
const owner = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const credential = 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request'
const common = { host: 'examplebucket.s3.amazonaws.com', 'x-amz-date': '20130524T000000Z' }
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const get: SignedRequest = {
  method: 'GET',
  url: '/test.txt',
  headers: {
    ...common,
    range: 'bytes=0-9',
    'x-amz-content-sha256': sha256(''),
    authorization: `${credential},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
  },
  body: new Uint8Array(),
}
const put: SignedRequest = {
  method: 'PUT',
  url: '/test%24file.text',
  headers: {
    ...common,
    date: 'Fri, 24 May 2013 00:00:00 GMT',
    'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    'x-amz-content-sha256': sha256('Welcome to Amazon S3.'),
    authorization: `${credential},SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd`,
  },
  body: Buffer.from('Welcome to Amazon S3.'),
}
const list: SignedRequest = {
  method: 'GET',
  url: '/?max-keys=2&prefix=J',
  headers: {
    ...common,
    'x-amz-content-sha256': sha256(''),
    authorization: `${credential},SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7`,
  },
  body: new Uint8Array(),
}
const having = (request: SignedRequest, headers: Record<string, string | undefined>): SignedRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
})

describe('refusalOf', () => {
  it.each([
    ['GET of a range', get],
    ['PUT', put],
    ['GET with parameters', list],
  ])('takes the example of the reference: %s', (_, request) => {
    expect(refusalOf(request, owner)).toBeNull()
  })

  it('refuses what was not signed so', () => {
    expect(refusalOf({ ...get, method: 'DELETE' }, owner)).toBe('SignatureDoesNotMatch')
    expect(refusalOf({ ...get, url: '/other.txt' }, owner)).toBe('SignatureDoesNotMatch')
    expect(refusalOf({ ...list, url: '/?max-keys=3&prefix=J' }, owner)).toBe('SignatureDoesNotMatch')
    expect(refusalOf(having(get, { range: 'bytes=0-10' }), owner)).toBe('SignatureDoesNotMatch')
    expect(refusalOf(get, { ...owner, secretAccessKey: 'another' })).toBe('SignatureDoesNotMatch')
    expect(refusalOf({ ...put, body: Buffer.from('Welcome to Amazon S4.') }, owner)).toBe('XAmzContentSHA256Mismatch')
  })

  it('refuses who it does not know', () => {
    expect(refusalOf(having(get, { authorization: undefined }), owner)).toBe('AccessDenied')
    expect(refusalOf(get, { ...owner, accessKeyId: 'AKIAANOTHER' })).toBe('InvalidAccessKeyId')
    expect(refusalOf(get, { ...owner, region: 'ap-guangzhou' })).toBe('AuthorizationHeaderMalformed')
    expect(refusalOf(having(get, { authorization: get.headers['authorization']?.replace('host;', '') }), owner)).toBe(
      'AccessDenied',
    )
  })
})
