import { start } from '../testing/start'
import type { Driven } from '../testing/start'

describe('every vendor API', () => {
  let sandbox: Driven
  beforeEach(() => {
    sandbox = start()
  })
  afterEach(() => sandbox.close())

  it('answers refusals with HTTP 200, errcode and a hint', async () => {
    const answer = await sandbox.app.request('/wecom/cgi-bin/externalcontact/list?userid=zhouning')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ errcode: 41001, errmsg: expect.stringContaining('from ip: 127.0.0.1') })
  })

  it('names the field of a bad body', async () => {
    const answer = await sandbox.wecom('externalcontact/mark_tag', { userid: 5 })
    expect(answer).toMatchObject({ errcode: 40058, errmsg: expect.stringContaining('userid') })
  })

  it('refuses the wrong method, a body that is no JSON, and unknown paths', async () => {
    const token = await sandbox.token()
    expect((await sandbox.wecom('externalcontact/list?userid=zhouning', {})).errcode).toBe(43001)
    expect((await sandbox.wecom('externalcontact/mark_tag')).errcode).toBe(43002)
    const bad = await sandbox.app.request(`/wecom/cgi-bin/kf/sync_msg?access_token=${token}`, {
      method: 'POST',
      body: '{',
    })
    expect(await bad.json()).toMatchObject({ errcode: 47001 })
    expect((await sandbox.app.request('/wecom/cgi-bin/nothing')).status).toBe(404)
  })

  it('is busy as often as the knob says, for the API it names', async () => {
    await sandbox.control('fault', { name: 'apiError', value: { api: 'get_corp_tag_list', errcode: -1, next: 2 } })
    expect((await sandbox.wecom('externalcontact/get_follow_user_list')).errcode).toBe(0)
    const codes = []
    for (let call = 0; call < 3; call += 1)
      codes.push((await sandbox.wecom('externalcontact/get_corp_tag_list', {})).errcode)
    expect(codes).toEqual([-1, -1, 0])
  })

  it('answers a bare status when a proxy in between breaks', async () => {
    await sandbox.control('fault', { name: 'httpStatus', value: { api: 'gettoken', status: 502, next: 1 } })
    const path = '/wecom/cgi-bin/gettoken?corpid=x&corpsecret=y'
    expect((await sandbox.app.request(path)).status).toBe(502)
    expect((await sandbox.app.request(path)).status).toBe(200)
  })

  it.each([
    ['five', 1],
    ['unlimited', 0],
  ])('with markTagConcurrency %s refuses %d of six mark_tag calls at once', async (value, refused) => {
    await sandbox.control('switch', { name: 'markTagConcurrency', value })
    await sandbox.token()
    await sandbox.control('fault', { name: 'latency', value: { milliseconds: 30 } })
    const body = { userid: 'zhouning', external_userid: 'wm', add_tag: ['et'] }
    const answers = await Promise.all(Array.from({ length: 6 }, () => sandbox.wecom('externalcontact/mark_tag', body)))
    expect(answers.filter((answer) => answer.errcode === 45033)).toHaveLength(refused)
  })
})
