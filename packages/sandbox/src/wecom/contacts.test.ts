import { befriended } from '../testing/befriended'
import { start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

describe('reading customers', () => {
  let sandbox: Driven
  let external_userid: string
  beforeEach(async () => {
    sandbox = start()
    external_userid = (await befriended(sandbox, 'limin', 'zhouning', { state: 'k1' })).externalUserid
    await befriended(sandbox, 'wangxiulan', 'zhouning')
  })
  afterEach(() => sandbox.close())

  it('lists those of a member', async () => {
    const list = await sandbox.wecom('externalcontact/list?userid=zhouning')
    expect(list['external_userid']).toHaveLength(2)
    expect((await sandbox.wecom('externalcontact/list?userid=xuke')).errcode).toBe(84061)
    expect((await sandbox.wecom('externalcontact/list?userid=nobody')).errcode).toBe(60111)
  })

  it('gets one with how it was added', async () => {
    const got = await sandbox.wecom(`externalcontact/get?external_userid=${external_userid}`)
    expect(got).toMatchObject({
      external_contact: { external_userid, name: '李敏', type: 1, gender: 2, unionid: expect.stringMatching(/^o/) },
      follow_user: [{ userid: 'zhouning', add_way: 1, state: 'k1', tags: [] }],
    })
    expect((await sandbox.wecom('externalcontact/get?external_userid=wmNobody')).errcode).toBe(40096)
  })

  it('has no unionid when the corp is not bound', async () => {
    await sandbox.control('switch', { name: 'contactUnionid', value: 'unbound' })
    expect(
      (await sandbox.wecom(`externalcontact/get?external_userid=${external_userid}`))['external_contact'],
    ).not.toHaveProperty('unionid')
  })

  it('pages by user with follow_info in the singular', async () => {
    const first = await sandbox.wecom('externalcontact/batch/get_by_user', { userid_list: ['zhouning'], limit: 1 })
    expect(first['external_contact_list']).toMatchObject([
      { external_contact: { external_userid }, follow_info: { userid: 'zhouning', tag_id: [] } },
    ])
    const second = await sandbox.wecom('externalcontact/batch/get_by_user', {
      userid_list: ['zhouning'],
      limit: 1,
      cursor: first['next_cursor'],
    })
    expect(second['external_contact_list']).toMatchObject([{ external_contact: { name: '王秀兰' } }])
    expect(second['next_cursor']).toBe('')
  })

  it('is out of reach for members outside the scope', async () => {
    await sandbox.control('member-scope', { userid: 'zhouning', inScope: false })
    expect((await sandbox.wecom('externalcontact/list?userid=zhouning')).errcode).toBe(60011)
    expect((await sandbox.wecom('externalcontact/get_follow_user_list'))['follow_user']).not.toContain('zhouning')
  })

  describe('remark', () => {
    const remark = (more: object): Promise<Answer> =>
      sandbox.wecom('externalcontact/remark', { userid: 'zhouning', external_userid, ...more })
    const mobiles = (): string[] | undefined => sandbox.world.friendships[0]?.mobiles

    it('overwrites phones and refuses long texts', async () => {
      expect((await remark({ remark: '李敏 2型', remark_mobiles: ['13800000000'] })).errcode).toBe(0)
      expect(mobiles()).toEqual(['13800000000'])
      expect((await remark({ remark: '长'.repeat(21) })).errcode).toBe(40058)
    })

    it.each([
      ['array', [''], ''],
      ['string', '', ['']],
    ])('clears phones with an %s', async (value, clears, refused) => {
      await sandbox.control('switch', { name: 'remarkMobilesClear', value })
      await remark({ remark_mobiles: ['13800000000'] })
      expect((await remark({ remark_mobiles: refused })).errcode).toBe(40058)
      expect(mobiles()).toEqual(['13800000000'])
      expect((await remark({ remark_mobiles: clears })).errcode).toBe(0)
      expect(mobiles()).toEqual([])
    })
  })

  it.each([
    ['refused', 48002],
    ['allowed', 0],
  ])('has direct unionid conversion %s', async (value, errcode) => {
    await sandbox.control('switch', { name: 'unionidConversion', value })
    const unionid = sandbox.world.users.find((one) => one.key === 'limin')?.unionid
    expect((await sandbox.wecom('externalcontact/unionid_to_external_userid', { unionid })).errcode).toBe(errcode)
  })
})
