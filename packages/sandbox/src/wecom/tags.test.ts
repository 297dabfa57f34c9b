import { befriended } from '../testing/befriended'
import { start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

type Group = { group_id: string; group_name: string; tag: { id: string; name: string }[] }

describe('tags', () => {
  let sandbox: Driven
  const add = async (group: object, ...names: string[]): Promise<Group> =>
    (await sandbox.wecom('externalcontact/add_corp_tag', { ...group, tag: names.map((name) => ({ name })) }))[
      'tag_group'
    ] as Group
  const list = async (filter: object = {}): Promise<Group[]> =>
    (await sandbox.wecom('externalcontact/get_corp_tag_list', filter))['tag_group'] as Group[]

  beforeEach(() => {
    sandbox = start()
  })
  afterEach(() => sandbox.close())

  it('collapses equal names and reuses a group of the same name', async () => {
    const first = await add({ group_name: '病种' }, '糖尿病', '糖尿病', '肿瘤')
    expect(first.tag.map((tag) => tag.name)).toEqual(['糖尿病', '肿瘤'])
    const second = await add({ group_name: '病种' }, '肿瘤', '心血管')
    expect(second.group_id).toBe(first.group_id)
    expect(second.tag[0]?.id).toBe(first.tag[1]?.id)
    expect((await list({ group_id: [first.group_id] }))[0]?.tag).toHaveLength(3)
  })

  it('lets group ids win over tag ids when listing', async () => {
    const group = await add({ group_name: '病种' }, '糖尿病')
    const other = await add({ group_name: '分层' }, '高危')
    const got = await list({ group_id: [group.group_id], tag_id: [other.tag[0]?.id] })
    expect(got.map((one) => one.group_name)).toEqual(['病种'])
    expect((await list({ tag_id: [other.tag[0]?.id] }))[0]?.tag.map((tag) => tag.name)).toEqual(['高危'])
  })

  it('checks names', async () => {
    const code = async (group: object, name: string): Promise<number> =>
      (await sandbox.wecom('externalcontact/add_corp_tag', { ...group, tag: [{ name }] })).errcode
    expect(await code({ group_name: 'g' }, '')).toBe(40071)
    expect(await code({ group_name: 'g' }, '长'.repeat(31))).toBe(40072)
    expect(await code({ group_id: 'none' }, 'a')).toBe(40068)
    expect(await code({}, 'a')).toBe(40063)
  })

  it('changes and deletes only what the API made', async () => {
    const byPerson = sandbox.world.tagGroups[0]
    expect(
      (await sandbox.wecom('externalcontact/edit_corp_tag', { id: byPerson?.tags[0]?.id, name: 'x' })).errcode,
    ).toBe(48002)
    expect((await sandbox.wecom('externalcontact/del_corp_tag', { group_id: [byPerson?.id] })).errcode).toBe(48002)
    const group = await add({ group_name: '病种' }, '糖尿病', '肿瘤')
    expect((await sandbox.wecom('externalcontact/edit_corp_tag', { id: group.tag[0]?.id, name: '2型' })).errcode).toBe(
      0,
    )
    expect((await list({ group_id: [group.group_id] }))[0]?.tag[0]?.name).toBe('2型')
    expect(
      (await sandbox.wecom('externalcontact/del_corp_tag', { tag_id: group.tag.map((tag) => tag.id) })).errcode,
    ).toBe(0)
    expect(await list({ group_id: [group.group_id] })).toEqual([])
  })

  describe('on a pair', () => {
    let external_userid: string
    let ids: string[]
    const mark = (more: object): Promise<Answer> =>
      sandbox.wecom('externalcontact/mark_tag', { userid: 'zhouning', external_userid, ...more })
    const tagsBy = async (userid: string): Promise<string[]> => {
      const got = await sandbox.wecom(`externalcontact/get?external_userid=${external_userid}`)
      const follow = (got['follow_user'] as { userid: string; tags: { tag_name: string }[] }[]).find(
        (one) => one.userid === userid,
      )
      return follow?.tags.map((tag) => tag.tag_name) ?? []
    }
    beforeEach(async () => {
      external_userid = (await befriended(sandbox)).externalUserid
      await befriended(sandbox, 'limin', 'chensiyuan')
      ids = (await add({ group_name: '病种' }, '糖尿病', '肿瘤')).tag.map((tag) => tag.id)
    })

    it('belong to one member and one customer', async () => {
      expect((await mark({ add_tag: ids })).errcode).toBe(0)
      expect(await tagsBy('zhouning')).toEqual(['糖尿病', '肿瘤'])
      expect(await tagsBy('chensiyuan')).toEqual([])
      expect((await mark({ remove_tag: [ids[0]] })).errcode).toBe(0)
      expect(await tagsBy('zhouning')).toEqual(['肿瘤'])
    })

    it('go when the library forgets them', async () => {
      await mark({ add_tag: ids })
      await sandbox.wecom('externalcontact/del_corp_tag', { tag_id: [ids[0]] })
      expect(await tagsBy('zhouning')).toEqual(['肿瘤'])
    })

    it('are refused without relation, without change, unknown, or past 3000', async () => {
      expect((await mark({})).errcode).toBe(40063)
      expect((await mark({ add_tag: ['none'] })).errcode).toBe(40068)
      expect((await mark({ userid: 'linzhiyuan', add_tag: ids })).errcode).toBe(84061)
      await sandbox.control('unfriend', { user: 'limin', userid: 'zhouning' })
      expect((await mark({ add_tag: ids })).errcode).toBe(84061)
      const pair = sandbox.world.friendships.find((one) => one.userid === 'chensiyuan')
      if (pair !== undefined) pair.tags = Array.from({ length: 2_999 }, (_, n) => `et${n}`)
      expect((await mark({ userid: 'chensiyuan', add_tag: ids })).errcode).toBe(40144)
      expect((await mark({ userid: 'chensiyuan', add_tag: ids.slice(1) })).errcode).toBe(0)
    })
  })
})
