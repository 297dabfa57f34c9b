import { isMissing, s3Fault } from './s3-fault'
import { StorageFault } from './storage-fault'

const answered = (name: string, httpStatusCode: number) =>
  Object.assign(new Error('AKIDEXAMPLE may not read kf/a'), { name, $metadata: { httpStatusCode } })
const unanswered = (code: string) => Object.assign(new Error(`${code} 10.0.0.1:443`), { code })

describe('s3Fault', () => {
  it.each([
    ['AccessDenied', 403],
    ['InvalidAccessKeyId', 403],
    ['SignatureDoesNotMatch', 403],
    ['RequestTimeTooSkewed', 403],
    ['NoSuchBucket', 404],
    ['PermanentRedirect', 301],
    ['Unknown', 403],
    ['MethodNotAllowed', 405],
  ])('leaves %s (%i) to an operator', (name, status) => {
    expect(s3Fault(answered(name, status))).toMatchObject({
      code: 'storage-refused',
      hint: expect.stringContaining(`${name} (${status})`) as string,
    })
  })

  it.each([
    ['InternalError', 500],
    ['SlowDown', 503],
    ['RequestTimeout', 400],
    ['TooManyRequests', 429],
    ['Unknown', 502],
  ])('lets %s (%i) be tried again', (name, status) => {
    expect(s3Fault(answered(name, status)).code).toBe('storage-unavailable')
  })

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'ETIMEDOUT'])('lets %s be tried again', (code) => {
    expect(s3Fault(unanswered(code))).toMatchObject({
      code: 'storage-unavailable',
      hint: expect.stringContaining(code) as string,
    })
  })

  it('names the file that was not shipped', () => {
    expect(s3Fault(unanswered('ERR_MODULE_NOT_FOUND'))).toMatchObject({
      code: 'storage-refused',
      hint: expect.stringContaining('s3-client.js') as string,
    })
  })

  it('tells neither the words of the bucket nor an address', () => {
    expect(s3Fault(answered('AccessDenied', 403)).message).not.toMatch(/AKID|kf\/a/)
    expect(s3Fault(unanswered('ECONNREFUSED')).message).not.toContain('10.0.0.1')
  })

  it('leaves a fault as it is', () => {
    const fault = new StorageFault('bad-key', 'x')
    expect(s3Fault(fault)).toBe(fault)
  })
})

describe('isMissing', () => {
  it('tells a missing object from a missing bucket', () => {
    expect(isMissing(answered('NoSuchKey', 404))).toBe(true)
    expect(isMissing(answered('NotFound', 404))).toBe(true)
    expect(isMissing(answered('NoSuchBucket', 404))).toBe(false)
    expect(isMissing(answered('AccessDenied', 403))).toBe(false)
  })
})
