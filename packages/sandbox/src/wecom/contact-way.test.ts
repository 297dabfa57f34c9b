import { befriended } from '../testing/befriended'
import { start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

describe('contact ways', () => {
  let sandbox: Driven
  const add = (more: object = {}): Promise<Answer> =>
    sandbox.wecom('externalcontact/add_contact_way', { type: 1, scene: 2, user: ['zhouning'], ...more })
  const scan = (configId: unknown, user = 'limin'): Promise<unknown> => sandbox.control('scan', { user, configId })

  beforeEach(() => {
    sandbox = start()
  })
  afterEach(() => sandbox.close())

  it('has a picture of its QR that does not depend on where it is served', async () => {
    const way = await add()
    const here = await sandbox.app.request(new URL(String(way['qr_code'])).pathname)
    expect(here.headers.get('content-type')).toBe('image/svg+xml')
    const elsewhere = await sandbox.app.request(`http://other:1234${new URL(String(way['qr_code'])).pathname}`)
    expect(await here.text()).toBe(await elsewhere.text())
    expect((await sandbox.app.request('/qr/contact/none')).status).toBe(404)
  })

  it('gives a qr_code for scene 2 only', async () => {
    expect(await add({ scene: 1 })).not.toHaveProperty('qr_code')
  })

  it.each([
    ['two members in a single way', { user: ['zhouning', 'chensiyuan'] }, 40058],
    ['no member', { user: [] }, 40058],
    ['an unknown member', { user: ['nobody'] }, 60111],
    ['a state of 31 characters', { state: 's'.repeat(31) }, 40058],
    ['a remark of 31 characters', { remark: '备'.repeat(31) }, 40058],
    ['a temporary way for many', { type: 2, is_temp: true, user: ['zhouning', 'chensiyuan'] }, 40058],
    ['a temporary way of 15 days', { is_temp: true, expires_in: 15 * 86_400 }, 40058],
    ['an unknown type', { type: 3 }, 40058],
  ])('refuses %s', async (_what, more, errcode) => {
    expect((await add(more)).errcode).toBe(errcode)
  })

  it('accepts what is just within limits', async () => {
    expect((await add({ state: '码'.repeat(30), remark: '备'.repeat(30) })).errcode).toBe(0)
    expect((await add({ type: 2, user: ['zhouning', 'chensiyuan'] })).errcode).toBe(0)
  })

  it('is read, changed, listed and deleted by config_id', async () => {
    const { config_id } = await add({ state: 'k1' })
    await add({ is_temp: true })
    expect((await sandbox.wecom('externalcontact/update_contact_way', { config_id, state: 'k2' })).errcode).toBe(0)
    expect(await sandbox.wecom('externalcontact/get_contact_way', { config_id })).toMatchObject({
      contact_way: { state: 'k2', user: ['zhouning'] },
    })
    expect((await sandbox.wecom('externalcontact/list_contact_way', {}))['contact_way']).toEqual([{ config_id }])
    expect((await sandbox.wecom('externalcontact/del_contact_way', { config_id })).errcode).toBe(0)
    expect((await sandbox.wecom('externalcontact/get_contact_way', { config_id })).errcode).toBe(41044)
    await expect(scan(config_id)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('pages its list', async () => {
    for (let n = 0; n < 3; n += 1) await add()
    const first = await sandbox.wecom('externalcontact/list_contact_way', { limit: 2 })
    expect(first['contact_way']).toHaveLength(2)
    const second = await sandbox.wecom('externalcontact/list_contact_way', { limit: 2, cursor: first['next_cursor'] })
    expect(second['contact_way']).toHaveLength(1)
    expect(second).not.toHaveProperty('next_cursor')
  })

  it('makes no second friendship', async () => {
    const { configId } = await befriended(sandbox)
    expect(await scan(configId)).toMatchObject({ outcome: 'alreadyFriends' })
    expect(sandbox.world.pushes).toHaveLength(1)
  })

  it('keeps the external_userid when a patient comes back', async () => {
    const { configId, externalUserid } = await befriended(sandbox)
    await sandbox.control('unfriend', { user: 'limin', userid: 'zhouning' })
    expect(await scan(configId)).toMatchObject({ outcome: 'added', externalUserid })
    expect(sandbox.world.pushes.map((push) => push.event)).toEqual([
      'add_external_contact',
      'del_follow_user',
      'add_external_contact',
    ])
  })

  it('dies after one add, or in time, when temporary', async () => {
    const once = await add({ is_temp: true })
    await scan(once['config_id'])
    await expect(scan(once['config_id'], 'wangxiulan')).rejects.toMatchObject({ code: 'notFound' })
    const late = await add({ is_temp: true, expires_in: 60 })
    await sandbox.control('advance', { by: '61s' })
    expect(await scan(late['config_id'], 'wangxiulan')).toEqual({ outcome: 'expired' })
  })

  it('adds by half when the member must agree, and welcomes once', async () => {
    const { welcomeCode } = await befriended(sandbox, 'limin', 'zhouning', { skip_verify: false })
    await sandbox.wecom('externalcontact/send_welcome_msg', { welcome_code: welcomeCode, text: { content: '您好' } })
    await sandbox.control('member-accept', { userid: 'zhouning', user: 'limin' })
    const [half, full] = sandbox.world.pushes.map((push) => push.xml)
    expect(half).toContain('add_half_external_contact')
    expect(full).toContain('add_external_contact')
    expect(half).toContain('WelcomeCode')
    expect(full).not.toContain('WelcomeCode')
  })
})
