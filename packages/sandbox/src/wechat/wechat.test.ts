import { demo } from '../demo'
import { start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

const { appid, secret } = demo.miniPrograms.patient

describe('the mini-program server', () => {
  let sandbox: Driven
  const call = async (path: string, body?: object): Promise<Answer> =>
    (
      await sandbox.app.request(
        `/wechat/${path}`,
        body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
      )
    ).json() as Promise<Answer>
  const code = async (user = 'limin', of: string = appid): Promise<string> =>
    ((await sandbox.control('login', { user, appid: of })) as { code: string }).code
  const session = (js_code: string, of: { appid: string; secret: string } = { appid, secret }): Promise<Answer> =>
    call(`sns/jscode2session?${new URLSearchParams({ ...of, js_code, grant_type: 'authorization_code' }).toString()}`)

  beforeEach(() => {
    sandbox = start()
  })
  afterEach(() => sandbox.close())

  describe('login', () => {
    it('gives one unionid and an openid per mini-program', async () => {
      const patient = await session(await code())
      const { physician } = demo.miniPrograms
      const other = await session(await code('limin', physician.appid), physician)
      expect(patient['unionid']).toBe(other['unionid'])
      expect(patient['openid']).not.toBe(other['openid'])
    })

    it('takes a code once, for five minutes, for its own mini-program', async () => {
      const once = await code()
      expect((await session(once, demo.miniPrograms.physician)).errcode).toBe(40029)
      expect((await session(once)).errcode).toBe(0)
      expect((await session(once)).errcode).toBe(40029)
      const late = await code()
      await sandbox.control('advance', { by: '5m1s' })
      expect((await session(late)).errcode).toBe(40029)
    })

    it('takes it again when that fact is played', async () => {
      await sandbox.control('switch', { name: 'loginCode', value: 'reusable' })
      const again = await code()
      expect([(await session(again)).errcode, (await session(again)).errcode]).toEqual([0, 0])
    })

    it('refuses wrong appid and secret', async () => {
      expect((await session('x', { appid: 'wx0', secret })).errcode).toBe(40013)
      expect((await session('x', { appid, secret: 'x' })).errcode).toBe(40125)
    })
  })

  describe('tokens', () => {
    const stable = (more: object = {}): Promise<Answer> =>
      call('cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret, ...more })

    it('stay the same until shortly before their end', async () => {
      const first = await stable()
      await sandbox.control('advance', { by: '1h' })
      expect(await stable()).toMatchObject({ access_token: first['access_token'], expires_in: 3600 })
      await sandbox.control('advance', { by: '56m' })
      const renewed = await stable()
      expect(renewed['access_token']).not.toBe(first['access_token'])
      expect((await stable())['access_token']).toBe(renewed['access_token'])
    })

    it('are renewed by force twenty times a day, thirty seconds apart', async () => {
      const first = await stable({ force_refresh: true })
      expect((await stable({ force_refresh: true })).errcode).toBe(45011)
      for (let n = 2; n <= 20; n += 1) {
        await sandbox.control('advance', { by: '30s' })
        expect((await stable({ force_refresh: true })).errcode).toBe(0)
      }
      await sandbox.control('advance', { by: '30s' })
      expect((await stable({ force_refresh: true })).errcode).toBe(45009)
      const dead = await call(`cgi-bin/message/subscribe/send?access_token=${String(first['access_token'])}`, {})
      expect(dead.errcode).toBe(40014)
    })

    it('do not disturb those of cgi-bin/token', async () => {
      const plain = await call(`cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`)
      await stable({ force_refresh: true })
      expect(
        (await call(`cgi-bin/message/subscribe/send?access_token=${String(plain['access_token'])}`, {})).errcode,
      ).toBe(40058)
    })
  })

  describe('subscribe messages', () => {
    const [template] = demo.templates
    const data = { thing1: { value: '复诊' }, time2: { value: '2026-11-30 09:00' }, thing3: { value: '请空腹' } }
    const send = async (more: object = {}): Promise<Answer> => {
      const { access_token } = await call('cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret })
      const touser = sandbox.world.users.find((one) => one.key === 'limin')?.openids[appid]
      return call(`cgi-bin/message/subscribe/send?access_token=${String(access_token)}`, {
        touser,
        template_id: template.id,
        page: 'pages/today/index',
        data,
        ...more,
      })
    }
    const decide = (decision: string): Promise<unknown> =>
      sandbox.control('subscribe', { user: 'limin', templateId: template.id, decision })

    it('go once for each accept', async () => {
      expect((await send()).errcode).toBe(43101)
      await decide('accept')
      await decide('accept')
      expect([(await send()).errcode, (await send()).errcode, (await send()).errcode]).toEqual([0, 0, 43101])
      expect(sandbox.world.serviceNotices).toHaveLength(2)
    })

    it('buy nothing by a reject', async () => {
      await decide('reject')
      expect((await send()).errcode).toBe(43101)
    })

    it('are not spent by a refused content', async () => {
      await decide('accept')
      expect((await send({ data: { ...data, thing1: { value: '长'.repeat(21) } } })).errmsg).toContain('data.thing1')
      expect((await send({ data: { ...data, time2: { value: '明天' } } })).errcode).toBe(47003)
      expect((await send({ data: { thing1: data.thing1 } })).errcode).toBe(47003)
      expect((await send({ template_id: 'none' })).errcode).toBe(40037)
      expect((await send({ touser: 'nobody' })).errcode).toBe(40003)
      expect((await send({ page: '/pages/today/index' })).errcode).toBe(41030)
      expect((await send()).errcode).toBe(0)
    })

    it('open their page when tapped', async () => {
      await decide('accept')
      await send()
      const messageId = sandbox.world.serviceNotices[0]?.message.id
      expect(await sandbox.control('tap', { user: 'limin', chatId: 'service', messageId })).toEqual({
        opens: 'miniprogram',
        appid,
        path: 'pages/today/index',
      })
    })
  })
})
