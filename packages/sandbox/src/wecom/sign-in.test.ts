import { demo } from '../demo'
import { start } from '../testing/start'
import type { Driven } from '../testing/start'

describe('sign-in of members', () => {
  let sandbox: Driven
  const redirectUri = 'http://console.test:7300/signed-in'
  const page = (more: Record<string, string> = {}): Promise<Response> => {
    const query = new URLSearchParams({
      login_type: 'CorpApp',
      appid: demo.corp.corpid,
      agentid: String(demo.corp.agentid),
      redirect_uri: redirectUri,
      state: 's',
      ...more,
    })
    return Promise.resolve(sandbox.app.request(`/wecom/wwlogin/sso/login?${query.toString()}`))
  }
  const code = async (userid: string): Promise<string> =>
    ((await sandbox.control('web-login', { userid, redirectUri, state: 's' })) as { code: string }).code
  const exchange = (text: string) => sandbox.wecom(`auth/getuserinfo?code=${text}`)

  beforeEach(() => {
    sandbox = start({ trustedDomains: ['console.test:7300'] })
  })
  afterEach(() => sandbox.close())

  it('shows the members of the hospital', async () => {
    const html = await (await page()).text()
    expect(html).toContain('江滨医院')
    for (const { name } of demo.members) expect(html).toContain(name)
  })

  it.each([
    [{ redirect_uri: 'http://console.test:7301/signed-in' }, '-31020'],
    [{ redirect_uri: 'http://elsewhere.test/signed-in' }, '-31020'],
    [{ redirect_uri: 'nonsense' }, '-31020'],
    [{ appid: 'ww0' }, '-31027'],
    [{ agentid: '1' }, '-31028'],
  ])('refuses %o with its code', async (more, shown) => {
    const answer = await page(more)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(shown)
  })

  it('shows query text as text', async () => {
    const html = await (await page({ state: '"><script>' })).text()
    expect(html).not.toContain('<script>')
  })

  it('takes a code once, for five minutes', async () => {
    const text = await code('xuke')
    expect(await exchange(text)).toMatchObject({ errcode: 0, userid: 'xuke' })
    expect((await exchange(text)).errcode).toBe(42022)
    const late = await code('xuke')
    await sandbox.control('advance', { by: '5m1s' })
    expect((await exchange(late)).errcode).toBe(42003)
    expect((await exchange('made-up')).errcode).toBe(40029)
  })

  it('names members outside the scope too, who cannot be read', async () => {
    await sandbox.control('member-scope', { userid: 'xuke', inScope: false })
    expect(await exchange(await code('xuke'))).toMatchObject({ errcode: 0, userid: 'xuke' })
    expect((await sandbox.wecom('user/get?userid=xuke')).errcode).toBe(60011)
    expect(await sandbox.wecom('user/get?userid=LinZhiYuan')).toMatchObject({
      userid: 'linzhiyuan',
      name: '林致远',
      status: 1,
    })
    expect((await sandbox.wecom('user/simplelist?department_id=1'))['userlist']).toHaveLength(demo.members.length - 1)
  })

  it('keeps codes of one kind from another', async () => {
    const { code: qy } = (await sandbox.control('member-login', { userid: 'chensiyuan' })) as { code: string }
    expect((await exchange(qy)).errcode).toBe(40029)
    const session = () => sandbox.wecom(`miniprogram/jscode2session?js_code=${qy}&grant_type=authorization_code`)
    expect(await session()).toMatchObject({
      errcode: 0,
      userid: 'chensiyuan',
      session_key: expect.stringMatching(/^.{22}==$/),
    })
    expect((await session()).errcode).toBe(42022)
  })

  it('refuses a redirect that is not trusted', async () => {
    await expect(
      sandbox.control('web-login', { userid: 'xuke', redirectUri: 'http://elsewhere.test/' }),
    ).rejects.toMatchObject({ code: 'notPossible', field: 'redirectUri' })
  })
})
