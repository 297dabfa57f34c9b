import { receiver, start } from '../testing/start'
import { befriended } from '../testing/befriended'
import type { Driven } from '../testing/start'

describe('control', () => {
  let sandbox: Driven
  const post = async (action: string, body: string): Promise<{ status: number; body: Record<string, unknown> }> => {
    const response = await sandbox.app.request(`/control/${action}`, { method: 'POST', body })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  beforeEach(() => {
    sandbox = start()
  })
  afterEach(() => sandbox.close())

  it('adds a person who scans and writes like any other; a key is good for one', async () => {
    expect(await post('person', JSON.stringify({ key: 'p01', name: '患者一' }))).toEqual({
      status: 200,
      body: { user: 'p01' },
    })
    expect(await post('person', JSON.stringify({ key: 'p01', name: '患者二' }))).toMatchObject({ status: 409 })
    expect(await sandbox.control('say', { user: 'p01', text: '您好' })).toEqual({ messageId: expect.any(String) })
    const [one, other] = sandbox.world.users.slice(-2)
    expect(new Set([one?.unionid, other?.unionid, ...Object.values(other?.openids ?? {})]).size).toBe(4)
  })

  it('lists every action with its input', async () => {
    const { actions } = (await (await sandbox.app.request('/control')).json()) as {
      actions: { name: string; input: { properties?: object } }[]
    }
    const names = actions.map((one) => one.name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(
      expect.arrayContaining([
        'scan',
        'say',
        'enter',
        'tap',
        'unfriend',
        'login',
        'subscribe',
        'mode',
        'advance',
        'fault',
        'reset',
        'follow',
      ]),
    )
    expect(actions.find((one) => one.name === 'scan')?.input.properties).toHaveProperty('user')
  })

  it.each([
    ['nothing', '{}', 404, { code: 'unknownAction' }],
    ['scan', '{}', 400, { code: 'badInput', field: 'user' }],
    ['scan', '{', 400, { code: 'badInput' }],
    ['scan', '{"user":"limin"}', 400, { code: 'badInput', field: 'url' }],
    ['login', '{"user":"nobody","appid":"wx8d2f6b1c3a4e5f70"}', 404, { code: 'notFound', field: 'user' }],
    ['login', '{"user":"limin","appid":"wx0"}', 404, { code: 'notFound', field: 'appid' }],
    ['unfriend', '{"user":"limin","userid":"xuke"}', 404, { code: 'notFound', field: 'userid' }],
    ['fault', '{"name":"odd","value":{}}', 404, { code: 'notFound', field: 'name' }],
    ['fault', '{"name":"callbackDrop","value":{"rate":2}}', 400, { code: 'badInput', field: 'rate' }],
    ['switch', '{"name":"loginCode","value":"odd"}', 400, { code: 'badInput', field: 'value' }],
  ])('refuses %s %s', async (action, body, status, expected) => {
    expect(await post(action, body)).toMatchObject({ status, body: { ...expected, hint: expect.any(String) } })
  })

  it('answers the clock and the knobs', async () => {
    await post('fault', '{"name":"callbackDrop","value":{"rate":0.2}}')
    const clock = (await (await sandbox.app.request('/control/clock')).json()) as object
    expect(clock).toMatchObject({ now: '2026-11-23T02:00:00.000Z', mode: 'frozen', followers: [] })
    const faults = (await (await sandbox.app.request('/control/faults')).json()) as object
    expect(faults).toMatchObject({ faults: { callbackDrop: { rate: 0.2 } }, knobs: { latency: expect.any(Object) } })
  })

  it('resets to the first instant, keeping where callbacks go', async () => {
    await sandbox.control('callback-url', { url: 'http://127.0.0.1:9/none' })
    const first = await befriended(sandbox)
    await sandbox.control('advance', { by: '1d' })
    const { version } = sandbox.world
    await sandbox.control('reset')
    expect(sandbox.world.friendships).toEqual([])
    expect(sandbox.world.callbackUrl).toBe('http://127.0.0.1:9/none')
    expect(new Date(sandbox.clock.now()).toISOString()).toBe('2026-11-23T02:00:00.000Z')
    expect(sandbox.world.version).toBeGreaterThan(version)
    expect(await befriended(sandbox)).toEqual(first)
  })

  it('opens web links, kf links and links in text apart', async () => {
    const { welcomeCode } = await befriended(sandbox)
    const kf = String(
      (await sandbox.wecom('kf/add_contact_way', { open_kfid: sandbox.world.kfAccounts[0]?.openKfid, scene: 'w' }))[
        'url'
      ],
    )
    await sandbox.wecom('externalcontact/send_welcome_msg', {
      welcome_code: welcomeCode,
      text: { content: `助手：${kf}，说明见 https://a.test/help。` },
      attachments: [{ msgtype: 'link', link: { title: '说明', url: 'https://a.test/more' } }],
    })
    const messages = sandbox.world.friendships[0]?.chat ?? []
    const tap = (at: number, index = 0): Promise<unknown> =>
      sandbox.control('tap', { user: 'limin', chatId: 'staff:zhouning', messageId: messages[at]?.id, index })
    expect(await tap(1, 0)).toMatchObject({ opens: 'kf' })
    expect(await tap(1, 1)).toEqual({ opens: 'web', url: 'https://a.test/help' })
    expect(await tap(2)).toEqual({ opens: 'web', url: 'https://a.test/more' })
    expect(await tap(0)).toEqual({ opens: 'nothing' })
  })

  it('checks a callback url as the admin console does', async () => {
    await expect(sandbox.control('verify-callback')).rejects.toMatchObject({ code: 'notPossible' })
    const host = await receiver()
    await sandbox.control('callback-url', { url: host.url })
    expect(await sandbox.control('verify-callback')).toEqual({
      accepted: false,
      problem: 'the answer is not the bare plaintext',
    })
    expect(host.received[0]?.query.get('echostr')).toMatch(/=$|[A-Za-z0-9+/]$/)
    await host.close()
  })
})
