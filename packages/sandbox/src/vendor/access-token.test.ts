import { demo } from '../demo'
import { start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

const { corpid, corpsecret } = demo.corp

describe('tokens', () => {
  let sandbox: Driven
  const get = async (path: string): Promise<Answer> => (await sandbox.app.request(path)).json() as Promise<Answer>
  const members = (token: string): Promise<Answer> =>
    get(`/wecom/cgi-bin/externalcontact/get_follow_user_list?access_token=${token}`)

  beforeEach(() => {
    sandbox = start()
  })
  afterEach(() => sandbox.close())

  it('refuses wrong corp and secret', async () => {
    expect(await get(`/wecom/cgi-bin/gettoken?corpid=ww0&corpsecret=${corpsecret}`)).toMatchObject({ errcode: 40013 })
    expect(await get(`/wecom/cgi-bin/gettoken?corpid=${corpid}&corpsecret=x`)).toMatchObject({ errcode: 40001 })
  })

  it('gives the same token until 7200 s are over', async () => {
    const first = await sandbox.token()
    await sandbox.control('advance', { by: '1h' })
    const again = await get(`/wecom/cgi-bin/gettoken?corpid=${corpid}&corpsecret=${corpsecret}`)
    expect(again).toMatchObject({ errcode: 0, access_token: first, expires_in: 3600 })
    expect((await members(first)).errcode).toBe(0)
    await sandbox.control('advance', { by: '1h' })
    expect((await members(first)).errcode).toBe(42001)
    expect(await sandbox.token()).not.toBe(first)
  })

  it('tells missing, unknown and foreign tokens apart', async () => {
    expect((await get('/wecom/cgi-bin/externalcontact/get_follow_user_list')).errcode).toBe(41001)
    expect((await members('nonsense')).errcode).toBe(40014)
    const { appid, secret } = demo.miniPrograms.patient
    const foreign = await get(`/wechat/cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`)
    expect((await members(String(foreign['access_token']))).errcode).toBe(40014)
  })

  it('kills living tokens at once, and later ones early', async () => {
    const first = await sandbox.token()
    await sandbox.control('fault', { name: 'tokenEarlyDeath', value: { seconds: 0 } })
    expect((await members(first)).errcode).toBe(40014)
    await sandbox.control('fault', { name: 'tokenEarlyDeath', value: { seconds: 30 } })
    const second = await sandbox.token()
    expect((await members(second)).errcode).toBe(0)
    await sandbox.control('advance', { by: '30s' })
    expect((await members(second)).errcode).toBe(40014)
  })

  it('refuses an untrusted caller', async () => {
    await sandbox.control('fault', { name: 'callerNotTrusted', value: {} })
    expect((await members('any')).errcode).toBe(60020)
    await sandbox.control('fault', { name: 'callerNotTrusted', value: null })
    expect((await members(await sandbox.token())).errcode).toBe(0)
  })
})
