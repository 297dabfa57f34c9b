import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { WecomBudgetSpent, WecomError, WecomInputRefused, WecomMediaTooLarge, WecomUnreachable } from './errors'
import { mediaFault } from './media'
import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

const file = (bytes: Uint8Array | string, headers: Record<string, string | string[]> = {}) =>
  ((response: ServerResponse) => response.writeHead(200, headers).end(bytes)) as (response: ServerResponse) => void
const jpeg = new Uint8Array([0xff, 0xd8, 0, 1, 2, 0xff])
const get = (maxBytes?: number) => server.wecom().media.get('M', maxBytes === undefined ? {} : { maxBytes })
const mb = 1 << 20

/** A file that WeCom gives in parts only; as documented, `Range` beyond the end is cut there. */
const inParts = (whole: Uint8Array, change: (part: Uint8Array, range: string) => [Uint8Array, string]) =>
  ((response: ServerResponse, request: IncomingMessage) => {
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (first === undefined)
      return response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ errcode: 830002, errmsg: 'file too large, use range' }))
    const part = whole.subarray(Number(first), Number(last) + 1)
    const [bytes, range] = change(part, `bytes ${first}-${Number(first) + part.length - 1}/${whole.length}`)
    return response.writeHead(206, { 'content-type': 'video/mp4', 'content-range': range }).end(bytes)
  }) as (response: ServerResponse, request: IncomingMessage) => void

describe('a file in one piece', () => {
  it('comes with its bytes, type and name', async () => {
    server.answers(file(jpeg, { 'content-type': 'image/jpeg', 'content-disposition': 'attachment; filename="M.jpg"' }))
    await expect(get()).resolves.toEqual({ bytes: jpeg, contentType: 'image/jpeg', fileName: 'M.jpg' })
    expect(server.asked).toEqual([{ api: 'media/get', query: { access_token: 'token-1', media_id: 'M' }, body: '' }])
  })

  it.each([
    [undefined, null],
    ['attachment', null],
    ['attachment; filename=""', null],
    ['attachment; filename=M.amr', 'M.amr'],
    [`attachment; filename="${Buffer.from('化验单.pdf').toString('latin1')}"`, '化验单.pdf'],
    ['attachment; filename="x.pdf"; filename*=UTF-8\'\'%E5%8C%96.pdf', '化.pdf'],
    ['attachment; filename="%E5%8C%96.pdf"', '化.pdf'],
    ['attachment; filename="100%.pdf"', '100%.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    [String.raw`attachment; filename="C:\\a\"b.pdf"`, 'a"b.pdf'],
  ])('%s names it %s', async (disposition, fileName) => {
    server.answers(file(jpeg, disposition ? { 'content-disposition': disposition } : {}))
    await expect(get()).resolves.toMatchObject({ fileName, contentType: 'application/octet-stream' })
  })

  it('may be JSON itself: then it has a name', async () => {
    const content = '{"errcode":40007}'
    server.answers(
      file(content, { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="a.json"' }),
    )
    expect(new TextDecoder().decode((await get()).bytes)).toBe(content)
  })

  it('may be empty', async () => {
    server.answers(file('', { 'content-type': 'image/png' }))
    expect((await get()).bytes).toHaveLength(0)
  })
})

describe('an error with HTTP 200', () => {
  it.each(['application/json; charset=UTF-8', 'text/plain'])('as %s is thrown', async (type) => {
    server.answers(file('{"errcode":40007,"errmsg":"invalid media_id"}', { 'content-type': type }))
    await expect(get()).rejects.toMatchObject({ errcode: 40007, api: 'media/get' })
  })

  it('renews a token that is over', async () => {
    server.answers({ errcode: 42001 }, file(jpeg, { 'content-type': 'image/jpeg' }))
    expect((await get()).bytes).toEqual(jpeg)
    expect(server.asked.map(({ query }) => query['access_token'])).toEqual(['token-1', 'token-2'])
  })

  it('repeats a busy answer', async () => {
    server.answers({ errcode: -1 }, file(jpeg))
    expect((await get()).bytes).toEqual(jpeg)
  })

  it('of JSON without a file or a code is no file', async () => {
    server.answers({ errcode: 0, video_url: 'x' })
    await expect(get()).rejects.toMatchObject({ code: 'unexpected-answer' })
  })

  it.each<[string, (response: ServerResponse) => unknown]>([
    ['http-status', (response) => response.writeHead(502).end('x')],
    ['http-status', (response) => response.writeHead(206).end('x')],
    ['reset', (response) => response.destroy()],
    ['reset', (response) => response.writeHead(200, { 'content-length': 9 }).write('x', () => response.destroy())],
  ])('%s leaves it for later', async (reason, answer) => {
    server.answers((response) => void answer(response))
    await expect(get()).rejects.toMatchObject({ code: 'unreachable', reason })
  })
})

describe('the cap', () => {
  it('refuses by the announced length before reading', async () => {
    let ended: () => void
    const closed = new Promise<void>((resolve) => (ended = resolve))
    server.answers((response: ServerResponse) => {
      response.on('close', () => ended())
      response.writeHead(200, { 'content-length': 101 }).write('x')
    })
    await expect(get(100)).rejects.toMatchObject({ code: 'media-too-large', size: 101, most: 100 })
    await closed
  })

  it('refuses a file that grows beyond it', async () => {
    server.answers((response: ServerResponse) => {
      response.writeHead(200, { 'transfer-encoding': 'chunked' })
      response.write(Buffer.alloc(60))
      response.write(Buffer.alloc(60))
      response.end()
    })
    await expect(get(100)).rejects.toMatchObject({ code: 'media-too-large', size: undefined })
  })

  it('takes a file exactly at it', async () => {
    server.answers(file(Buffer.alloc(100)))
    expect((await get(100)).bytes).toHaveLength(100)
  })
})

describe('a file beyond 20 MB', () => {
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const whole = new Uint8Array(45 * mb + 5).map((_, at) => (at * 31) >> 8)
  const asDocumented = inParts(whole, (part, range) => [part, range])

  it('comes whole, in parts of at most 20 MB and multiples of 16', async () => {
    server.answers(...Array.from({ length: 4 }, () => asDocumented))
    const media = await get(64 * mb)
    expect(hash(media.bytes)).toBe(hash(whole))
    expect(media.contentType).toBe('video/mp4')
    const ranges = server.asked.slice(1).map(({ range }) => /bytes=(\d+)-(\d+)/.exec(range!)!.slice(1).map(Number))
    expect(ranges.map(([first]) => first)).toEqual([0, 20 * mb, 40 * mb])
    for (const [first, last] of ranges) {
      expect((last! + 1 - first!) % 16).toBe(0)
      expect(last! + 1 - first!).toBeLessThanOrEqual(20 * mb)
    }
  })

  it('is refused by its size at the first part', async () => {
    server.answers(...Array.from({ length: 2 }, () => asDocumented))
    await expect(get()).rejects.toMatchObject({ code: 'media-too-large', size: whole.length, most: 20 * mb })
    expect(server.asked).toHaveLength(2)
  })

  it('comes in smaller parts where WeCom gives less at once', async () => {
    const little = new Uint8Array(100_001).map((_, at) => at % 251)
    const most = 40_000
    const strict = (response: ServerResponse, request: IncomingMessage) => {
      const [first, last] = (/(\d+)-(\d+)/.exec(request.headers.range ?? '0-100000') ?? []).slice(1).map(Number)
      if (Math.min(last!, little.length - 1) - first! >= most) delete request.headers.range
      inParts(little, (part, range) => [part, range])(response, request)
    }
    server.answers(...Array.from({ length: 30 }, () => strict))
    expect(hash((await get()).bytes)).toBe(hash(little))
    for (const { range } of server.asked.slice(1)) {
      const [first, last] = /(\d+)-(\d+)/.exec(range!)!.slice(1).map(Number)
      expect((last! + 1 - first!) % 16).toBe(0)
    }
  })

  it('is given up when WeCom gives nothing at once', async () => {
    server.answers(...Array.from({ length: 40 }, () => ({ errcode: 830002 })))
    await expect(get()).rejects.toMatchObject({ errcode: 830002 })
    expect(server.asked.length).toBeLessThan(20)
  })

  it('is taken whole from a server that knows no ranges', async () => {
    server.answers({ errcode: 830002 }, file(jpeg, { 'content-type': 'video/mp4' }))
    expect((await get()).bytes).toEqual(jpeg)
  })

  it.each<[string, Parameters<typeof inParts>[1]]>([
    ['another place', (part) => [part, `bytes 16-31/${whole.length}`]],
    ['nothing', () => [new Uint8Array(), `bytes 0-0/${whole.length}`]],
  ])('is refused when a part is %s', async (_, change) => {
    const wrong = inParts(whole, change)
    server.answers(wrong, wrong)
    await expect(get(64 * mb)).rejects.toMatchObject({ code: 'unexpected-answer', fields: ['content-range'] })
  })

  it('is refused when its size changes between two parts', async () => {
    server.answers(
      asDocumented,
      asDocumented,
      inParts(whole, (part, range) => [part, `${range}0`]),
    )
    await expect(get(600 * mb)).rejects.toMatchObject({ code: 'unexpected-answer' })
  })
})

it('refuses an empty media id', async () => {
  await expect(server.wecom().media.get('')).rejects.toMatchObject({ field: 'mediaId' })
})

it.each([
  [new WecomError('media/get', 40007, ''), 'gone'],
  [new WecomError('media/get', 40145, ''), 'gone'],
  [new WecomError('media/get', -1, ''), 'may-pass'],
  [new WecomError('media/get', 45009, ''), 'may-pass'],
  [new WecomError('media/get', 60020, ''), 'may-pass'],
  [new WecomError('media/get', 41004, ''), 'bug'],
  [new WecomUnreachable('media/get', 'timeout', 'unknown'), 'may-pass'],
  [new WecomBudgetSpent('media/get', ''), 'may-pass'],
  [new WecomMediaTooLarge(1), 'too-large'],
  [new WecomInputRefused('media/get', 'mediaId', ''), 'bug'],
  [new TypeError('x'), 'bug'],
])('%s means %s', (error, fault) => expect(mediaFault(error)).toBe(fault))
