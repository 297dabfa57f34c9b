import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import { type ErrorAction, errorMeaning, knownErrorCodes } from './error-table'
import { WecomError, WecomUnreachable } from './errors'
import { memoryTokenStore } from './token-store'
import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

const answer = z.looseObject({ value: z.number().optional() })
const safe = { api: 'x/read', answer, repeat: 'safe' } as const
const unsafe = { api: 'x/create', body: {}, answer, repeat: 'unsafe' } as const

describe('token', () => {
  it.each([40014, 42001])('is renewed once after %d and the call repeated', async (errcode) => {
    server.answers({ errcode, errmsg: 'x' }, { errcode: 0, value: 1 })
    await expect(server.wecom().client.call(unsafe)).resolves.toMatchObject({ value: 1 })
    expect(server.asked.map(({ query }) => query['access_token'])).toEqual(['token-1', 'token-2'])
  })

  it('is not renewed for ever', async () => {
    server.answers({ errcode: 40014 }, { errcode: 40014 })
    await expect(server.wecom().client.call(safe)).rejects.toMatchObject({ errcode: 40014, action: 'refresh-token' })
    expect(server.tokens).toBe(2)
  })

  it('is renewed once for many calls refused together', async () => {
    const { client } = server.wecom({ concurrency: 30 })
    const byToken = (response: ServerResponse, request: IncomingMessage) =>
      void response.end(JSON.stringify({ errcode: request.url?.includes('token-1') ? 42001 : 0 }))
    server.answers(...Array.from({ length: 60 }, () => byToken))
    await Promise.all(Array.from({ length: 30 }, () => client.call(safe)))
    expect(server.tokens).toBe(2)
    expect(server.asked).toHaveLength(60)
  })

  it('that cannot be had means the call was not sent', async () => {
    const failing: typeof fetch = async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) })
    }
    await expect(server.wecom({ fetch: failing }).client.call(unsafe)).rejects.toMatchObject({
      api: 'gettoken',
      sent: 'no',
    })
  })

  it('refused for the secret is a fault of configuration, told without the secret', async () => {
    const refusing: typeof fetch = async () =>
      Response.json({ errcode: 40001, errmsg: 'invalid credential, from ip: 10.1.2.3' })
    const error = await server
      .wecom({ fetch: refusing })
      .client.call(safe)
      .catch((caught: unknown) => caught as WecomError)
    expect(error).toMatchObject({ action: 'config', api: 'gettoken' })
    expect(JSON.stringify(error) + String(error)).not.toMatch(/s3cret|10\.1\.2\.3/)
  })
})

describe('retries', () => {
  const waits: number[] = []
  const wecom = () => {
    waits.length = 0
    return server.wecom({ delay: async (milliseconds) => void waits.push(milliseconds) }).client
  }

  it.each([-1, 6000, 45033, 45035])('repeats %d of a safe call at most three times', async (errcode) => {
    server.answers(...Array.from({ length: 4 }, () => ({ errcode })))
    await expect(wecom().call(safe)).rejects.toMatchObject({ errcode, action: 'retry' })
    expect(server.asked).toHaveLength(4)
    expect(waits).toEqual([250, 1000, 3000])
  })

  it.each([6000, 45033, 45035])('repeats %d of an unsafe call, for nothing was done', async (errcode) => {
    server.answers({ errcode }, { errcode: 0, value: 2 })
    await expect(wecom().call(unsafe)).resolves.toMatchObject({ value: 2 })
  })

  it('does not repeat -1 of an unsafe call, for it may have been done', async () => {
    server.answers({ errcode: -1 })
    await expect(wecom().call(unsafe)).rejects.toMatchObject({ errcode: -1 })
    expect(server.asked).toHaveLength(1)
  })

  it('does not repeat anything else', async () => {
    server.answers({ errcode: 84061 })
    await expect(wecom().call(safe)).rejects.toMatchObject({ action: 'relation-lost' })
    expect(server.asked).toHaveLength(1)
  })
})

describe('no answer', () => {
  const tokenStore = { ...memoryTokenStore(), get: async () => ({ token: 't', useUntil: '2027-01-01T00:00:00.000Z' }) }
  const unreachable = (reason: string, sent: string) =>
    expect.objectContaining({ name: 'WecomUnreachable', reason, sent })

  it('refused connection: not sent', async () => {
    const { client } = server.wecom({ tokenStore })
    await server.close()
    await expect(client.call(unsafe)).rejects.toEqual(unreachable('refused', 'no'))
  })

  it('time-out after sending: unknown', async () => {
    server.answers(() => {})
    const { client } = server.wecom({ timeout: 40, tokenStore })
    await expect(client.call(unsafe)).rejects.toEqual(unreachable('timeout', 'unknown'))
  })

  it('time-out in the middle of the body: unknown', async () => {
    server.answers((response) => void response.writeHead(200).write('{"errcode"'))
    await expect(server.wecom({ timeout: 40, tokenStore }).client.call(unsafe)).rejects.toEqual(
      unreachable('timeout', 'unknown'),
    )
  })

  it('connection cut after sending: unknown', async () => {
    server.answers((response) => response.destroy())
    await expect(server.wecom().client.call(unsafe)).rejects.toEqual(unreachable('reset', 'unknown'))
  })

  it('aborted before: not sent; aborted while waiting: unknown', async () => {
    const { client } = server.wecom()
    await expect(client.call({ ...unsafe, signal: AbortSignal.abort() })).rejects.toEqual(unreachable('aborted', 'no'))
    const control = new AbortController()
    server.answers(() => control.abort())
    await expect(client.call({ ...unsafe, signal: control.signal })).rejects.toEqual(unreachable('aborted', 'unknown'))
  })

  it.each([
    ['http-status', 502, '<html>'],
    ['http-status', 302, ''],
    ['not-json', 200, '<html>blocked by a proxy</html>'],
    ['not-json', 200, ''],
    ['not-json', 200, '[]'],
    ['not-json', 200, '{"errcode":"zero"}'],
  ])('%s for a %d', async (reason, status, body) => {
    server.answers((response) => void response.writeHead(status).end(body))
    await expect(server.wecom().client.call(unsafe)).rejects.toEqual(unreachable(reason, 'unknown'))
  })

  it('a redirect is not followed, for it would carry the token along', async () => {
    server.answers((response) => void response.writeHead(302, { location: '/cgi-bin/elsewhere' }).end())
    await expect(server.wecom().client.call(safe)).rejects.toBeInstanceOf(WecomUnreachable)
    expect(server.asked).toHaveLength(1)
  })
})

it('names what a successful answer lacks, and does not repeat the call', async () => {
  server.answers({ errcode: 0, value: 'seven' })
  await expect(server.wecom().client.call(safe)).rejects.toMatchObject({ code: 'unexpected-answer', fields: ['value'] })
  expect(server.asked).toHaveLength(1)
})

describe('quota', () => {
  it('is kept by ourselves: the call that would exceed it is not sent', async () => {
    const { client } = server.wecom({ limits: { perMinute: 3, perHour: 100 } })
    for (let call = 0; call < 3; call++) await client.call(safe)
    await expect(client.call(safe)).rejects.toMatchObject({ code: 'would-exceed', until: '2026-01-01T00:01:01.000Z' })
    await client.call({ ...safe, api: 'x/other' })
    expect(server.asked).toHaveLength(4)
  })

  it('or waits until it fits', async () => {
    let time = Date.parse('2026-01-01T00:00:00Z')
    const waits: number[] = []
    const { client } = server.wecom({
      limits: { perMinute: 1, perHour: 100 },
      whenSpent: 'wait',
      clock: { now: () => new Date(time) },
      delay: async (milliseconds) => void (waits.push(milliseconds), (time += milliseconds)),
    })
    await client.call(safe)
    await client.call(safe)
    expect(waits).toEqual([61_000])
  })

  it('rests after 45009 and says until when', async () => {
    let time = Date.parse('2026-01-01T00:00:00Z')
    const { client } = server.wecom({ clock: { now: () => new Date(time) } })
    server.answers({ errcode: 45009, errmsg: 'api freq out of limit' })
    const until = '2026-01-01T00:01:00.000Z'
    await expect(client.call(safe)).rejects.toMatchObject({ errcode: 45009, action: 'stop-until', until })
    await expect(client.call(safe)).rejects.toMatchObject({ code: 'would-exceed', until })
    time += 60_000
    await client.call(safe)
    expect(server.asked).toHaveLength(2)
    server.answers({ errcode: 45009 })
    await expect(client.call(safe)).rejects.toMatchObject({ until: '2026-01-01T00:02:00.000Z' })
  })
})

it.each([
  ['x/any', 3, 3],
  ['externalcontact/mark_tag', 40, 5],
])('runs %s at most %d (capped to %d) at a time', async (api, concurrency, most) => {
  let running = 0
  let peak = 0
  const slow: typeof fetch = async (url) => {
    if (String(url).includes('gettoken')) return Response.json({ access_token: 't', expires_in: 7200 })
    peak = Math.max(peak, ++running)
    await new Promise((resolve) => setImmediate(resolve))
    running--
    return Response.json({ errcode: 0 })
  }
  const { client } = server.wecom({ fetch: slow, concurrency })
  await Promise.all(Array.from({ length: 40 }, () => client.call({ ...safe, api })))
  expect(peak).toBe(most)
})

describe('errors', () => {
  it('keep the hint and lose the caller address', async () => {
    const errmsg =
      'not allow to access from your ip, hint: [1583_abc], from ip: 203.0.113.9, more info at https://open.work.weixin.qq.com/devtool/query?e=60020'
    const error = new WecomError('kf/send_msg', 60020, errmsg)
    expect(error).toMatchObject({ hint: '1583_abc', action: 'config', detail: 'not allow to access from your ip' })
    expect(error.message).toBe('kf/send_msg 60020: caller IP not trusted [1583_abc]')
  })

  it.each<[number, ErrorAction]>([
    [-1, 'retry'],
    [40001, 'config'],
    [40014, 'refresh-token'],
    [42001, 'refresh-token'],
    [41001, 'bug'],
    [40029, 'login-again'],
    [60111, 'no-retry'],
    [84061, 'relation-lost'],
    [40145, 'reupload'],
    [41050, 'expired'],
    [41051, 'already-done'],
    [41063, 'retry-later'],
    [45009, 'stop-until'],
    [48002, 'config'],
    [60020, 'config'],
    [95033, 'already-done'],
    [123456, 'no-retry'],
  ])('%d asks for %s', (code, action) => expect(errorMeaning(code)).toMatchObject({ code, action }))

  it('covers every documented kf code', () => {
    const kf = [0, 1, 2, 3, 4, 7, 8, 9, 11, 12, 13, 14, 16, 17, 18, 19, 20, 26, 27, 30, 31, 33].map((n) => 95000 + n)
    expect(kf.filter((code) => !knownErrorCodes.includes(code))).toEqual([])
  })
})
