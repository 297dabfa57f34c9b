import { inspect } from 'node:util'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WechatError } from './errors'
import { answeringFetch, networkError } from './testing/answering-fetch'

const message = { openId: 'o1', templateId: 'T', values: { thing1: '今日血糖记录' } }

describe('token', () => {
  it('is asked for once by many, kept, and asked again in its last minute', async () => {
    const world = answeringFetch()
    const { subscribeMessages } = world.wechat()
    await Promise.all(Array.from({ length: 50 }, () => subscribeMessages.send(message)))
    world.pass(7200 - 61)
    await subscribeMessages.send(message)
    expect(world.tokenAsked).toHaveLength(1)
    expect(world.tokenAsked[0]?.body).toEqual({
      grant_type: 'client_credential',
      appid: 'wx1',
      secret: 's3cret',
      force_refresh: false,
    })
    world.pass(1)
    await subscribeMessages.send(message)
    expect(world.tokenAsked).toHaveLength(2)
    expect(world.asked.at(-1)?.query).toEqual({ access_token: 'token-2' })
  })

  it.each([40001, 40014, 42001])(
    'is asked for again after %d, and forced only if it is the same one',
    async (errcode) => {
      const world = answeringFetch({ errcode, errmsg: 'x' })
      world.tokenAnswers.push(
        { access_token: 'A', expires_in: 7200 },
        { access_token: 'A', expires_in: 7000 },
        { access_token: 'B', expires_in: 7200 },
      )
      await expect(world.wechat().subscribeMessages.send(message)).resolves.toEqual({ outcome: 'accepted' })
      expect(world.tokenAsked.map(({ body }) => body?.['force_refresh'])).toEqual([false, false, true])
      expect(world.asked.map(({ query }) => query['access_token'])).toEqual(['A', 'B'])
    },
  )

  it('is not forced twice within 30 seconds', async () => {
    const same = { access_token: 'A', expires_in: 7200 }
    const world = answeringFetch(...Array.from({ length: 4 }, () => ({ errcode: 40001 })))
    world.tokenAnswers.push(...Array.from({ length: 9 }, () => same))
    const { subscribeMessages } = world.wechat()
    await expect(subscribeMessages.send(message)).rejects.toMatchObject({ action: 'refresh-token' })
    await expect(subscribeMessages.send(message)).rejects.toMatchObject({ action: 'refresh-token' })
    expect(world.tokenAsked.filter(({ body }) => body?.['force_refresh'] === true)).toHaveLength(1)
  })

  it.each([40001, 40125, 40013, 40164])('refused with %d is a fault of configuration', async (errcode) => {
    const world = answeringFetch()
    world.tokenAnswers.push({ errcode, errmsg: 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, rid: 62fb-aa_1' })
    const error = await world
      .wechat()
      .subscribeMessages.send(message)
      .catch((caught: unknown) => caught as WechatError)
    expect(error).toMatchObject({ action: 'config', hint: '62fb-aa_1' })
    expect(inspect(error)).not.toMatch(/203\.0|s3cret/)
    expect(world.asked).toEqual([])
  })

  it('that cannot be had means the call was not sent', async () => {
    const failing: typeof fetch = async () => {
      throw networkError('ECONNRESET')
    }
    const sending = answeringFetch().wechat({ fetch: failing }).subscribeMessages.send(message)
    await expect(sending).rejects.toMatchObject({ code: 'unreachable', sent: 'no' })
  })
})

describe('subscribe message', () => {
  it('is sent as documented', async () => {
    const world = answeringFetch()
    await world.wechat().subscribeMessages.send({ ...message, page: 'pages/home?t=1', build: 'trial' })
    expect(world.asked).toEqual([
      {
        api: 'cgi-bin/message/subscribe/send',
        query: { access_token: 'token-1' },
        body: {
          touser: 'o1',
          template_id: 'T',
          page: 'pages/home?t=1',
          data: { thing1: { value: '今日血糖记录' } },
          miniprogram_state: 'trial',
          lang: 'zh_CN',
        },
      },
    ])
  })

  it.each([
    [43101, '', { outcome: 'not-subscribed' }],
    [43107, '', { outcome: 'banned' }],
    [40037, '', { outcome: 'template-refused' }],
    [41030, '', { outcome: 'page-refused' }],
    [45009, '', { outcome: 'too-often' }],
    [45011, '', { outcome: 'too-often' }],
    [40003, '', { outcome: 'unknown-user' }],
    [45168, '', { outcome: 'sensitive' }],
    [47003, 'argument invalid! data.thing1.value invalid rid: 6-1', { outcome: 'value-refused', field: 'thing1' }],
    [47003, 'argument invalid!', { outcome: 'value-refused', field: undefined }],
  ])('%d %s', async (errcode, errmsg, outcome) => {
    await expect(answeringFetch({ errcode, errmsg }).wechat().subscribeMessages.send(message)).resolves.toEqual(outcome)
  })

  it('is not repeated when it may have gone out', async () => {
    for (const answer of [{ errcode: -1 }, networkError('ECONNRESET'), new Response('<html>', { status: 502 })]) {
      const world = answeringFetch(answer)
      await expect(world.wechat().subscribeMessages.send(message)).rejects.toBeDefined()
      expect(world.asked).toHaveLength(1)
    }
  })

  it('is repeated after a concurrent send, which did nothing', async () => {
    const world = answeringFetch({ errcode: 43108 }, { errcode: 43108 })
    await expect(world.wechat().subscribeMessages.send(message)).resolves.toEqual({ outcome: 'accepted' })
    expect(world.asked).toHaveLength(3)
  })

  it('is too often when a concurrent send is always there', async () => {
    const world = answeringFetch(...Array.from({ length: 4 }, () => ({ errcode: 43108 })))
    await expect(world.wechat().subscribeMessages.send(message)).resolves.toEqual({ outcome: 'too-often' })
    expect(world.asked).toHaveLength(4)
  })

  it.each([
    ['values.thing1', { values: { thing1: 'x'.repeat(21) } }],
    ['values', { values: {} }],
    ['openId', { openId: '' }],
    ['templateId', { templateId: '' }],
  ])('refuses %s before sending', async (field, wrong) => {
    const world = answeringFetch()
    await expect(world.wechat().subscribeMessages.send({ ...message, ...wrong })).rejects.toMatchObject({
      code: 'limit',
      field,
    })
    expect(world.asked).toEqual([])
    expect(world.tokenAsked).toEqual([])
  })
})

it('an error keeps the request id and loses the caller address', () => {
  const error = new WechatError('sns/jscode2session', 40029, 'invalid code, hint: [1795_x], from ip: 203.0.113.9')
  expect(error).toMatchObject({ hint: '1795_x', detail: 'invalid code' })
  expect(error.message).toBe('sns/jscode2session 40029: invalid code [1795_x]')
})

describe('login', () => {
  it('exchanges the code without a token and hides the session key', async () => {
    const world = answeringFetch({ openid: 'o1', session_key: 'K3Y==', unionid: '' })
    const session = await world.wechat().login.jscode2session('code')
    expect(session).toMatchObject({ openId: 'o1', unionId: undefined })
    expect(session.sessionKey.reveal()).toBe('K3Y==')
    expect(`${inspect(session)} ${JSON.stringify(session)} ${session.sessionKey}`).not.toContain('K3Y')
    expect(world.asked[0]).toEqual({
      api: 'sns/jscode2session',
      query: { appid: 'wx1', secret: 's3cret', js_code: 'code', grant_type: 'authorization_code' },
      body: undefined,
    })
    expect(world.tokenAsked).toEqual([])
  })

  it.each([
    [40029, 'login-again', 1],
    [45011, 'stop-until', 1],
    [40226, 'blocked', 1],
    [-1, 'retry', 4],
  ])('%d asks for %s', async (errcode, action, calls) => {
    const world = answeringFetch(...Array.from({ length: 4 }, () => ({ errcode, errmsg: 'x' })))
    await expect(world.wechat().login.jscode2session('code')).rejects.toMatchObject({ errcode, action })
    expect(world.asked).toHaveLength(calls)
  })

  it('refuses what cannot be a code', async () => {
    for (const code of ['', 'a b', '中', 'x'.repeat(513)])
      await expect(answeringFetch().wechat().login.jscode2session(code)).rejects.toMatchObject({ field: 'code' })
  })

  it('reads a phone number', async () => {
    const world = answeringFetch({
      errcode: 0,
      phone_info: { purePhoneNumber: '13800000000', countryCode: '86', watermark: { appid: 'wx1' } },
    })
    await expect(world.wechat().login.phoneNumber('P')).resolves.toEqual({ countryCode: '86', number: '13800000000' })
    expect(world.asked[0]).toMatchObject({ api: 'wxa/business/getuserphonenumber', body: { code: 'P' } })
  })
})

describe('link', () => {
  it('expires after days or at an instant', async () => {
    const world = answeringFetch(
      { errcode: 0, url_link: 'https://wxaurl.cn/a' },
      { errcode: 0, url_link: 'https://wxaurl.cn/b' },
    )
    const { urlLinks } = world.wechat()
    await expect(urlLinks.generate({ path: 'pages/home', query: 't=1', expires: { days: 30 } })).resolves.toBe(
      'https://wxaurl.cn/a',
    )
    await urlLinks.generate({ path: 'pages/home', expires: { at: new Date('2026-01-02T00:00:00Z') } })
    expect(world.asked.map(({ body }) => body)).toEqual([
      { path: 'pages/home', query: 't=1', expire_type: 1, expire_interval: 30, env_version: 'release' },
      { path: 'pages/home', query: '', expire_type: 0, expire_time: 1767312000, env_version: 'release' },
    ])
  })

  it.each([
    ['path', { path: '/pages/home' }],
    ['path', { path: 'pages/home?x=1' }],
    ['query', { query: 'x'.repeat(1025) }],
    ['query', { query: '?x' }],
    ['expires.days', { expires: { days: 31 } }],
    ['expires.days', { expires: { days: 0.5 } }],
  ])('refuses %s', async (field, wrong) => {
    const generating = answeringFetch()
      .wechat()
      .urlLinks.generate({ path: 'pages/home', expires: { days: 1 }, ...wrong })
    await expect(generating).rejects.toMatchObject({ code: 'limit', field })
  })
})

describe('no answer', () => {
  const tokenStore = { get: async () => ({ token: 't', useUntil: '2027-01-01T00:00:00.000Z' }), set: async () => {} }

  it.each([
    ['connect', 'no', networkError('ECONNREFUSED')],
    ['connect', 'no', networkError('ENOTFOUND')],
    ['reset', 'unknown', networkError('UND_ERR_SOCKET')],
    ['reset', 'unknown', new TypeError('fetch failed')],
    ['http-status', 'unknown', new Response('', { status: 302 })],
    ['not-json', 'unknown', new Response('<html>')],
    ['not-json', 'unknown', new Response('7')],
  ])('%s, sent: %s', async (reason, sent, answer) => {
    const sending = answeringFetch(answer).wechat({ tokenStore }).subscribeMessages.send(message)
    await expect(sending).rejects.toMatchObject({ code: 'unreachable', reason, sent })
  })

  it('over real HTTP: silence is a time-out and a closed port a refusal', async () => {
    const server = createServer(() => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { subscribeMessages } = answeringFetch().wechat({ baseUrl, fetch, tokenStore, timeout: 40 })
    await expect(subscribeMessages.send(message)).rejects.toMatchObject({ reason: 'timeout', sent: 'unknown' })
    server.closeAllConnections()
    await new Promise<void>((resolve) => void server.close(() => resolve()))
    const closed = answeringFetch().wechat({ baseUrl, fetch, tokenStore }).subscribeMessages
    await expect(closed.send(message)).rejects.toMatchObject({ reason: 'connect', sent: 'no' })
  })

  it('names what a successful answer lacks', async () => {
    await expect(answeringFetch({ openid: 'o1' }).wechat().login.jscode2session('c')).rejects.toMatchObject({
      code: 'unexpected-answer',
      fields: ['session_key'],
    })
  })
})
