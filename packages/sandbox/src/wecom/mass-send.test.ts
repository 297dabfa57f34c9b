import { befriended } from '../testing/befriended'
import { start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

describe('mass-send tasks', () => {
  let sandbox: Driven
  let limin: string
  let wang: string
  const add = (more: object = {}): Promise<Answer> =>
    sandbox.wecom('externalcontact/add_msg_template', {
      text: { content: '本周的课' },
      external_userid: [limin, wang],
      ...more,
    })
  const confirm = (msgid: unknown, userid = 'zhouning', more: object = {}): Promise<unknown> =>
    sandbox.control('confirm', { userid, msgid, ...more })
  const results = async (msgid: unknown, userid = 'zhouning'): Promise<[string, number][]> =>
    (
      (await sandbox.wecom('externalcontact/get_groupmsg_send_result', { msgid, userid }))['send_list'] as {
        external_userid: string
        status: number
      }[]
    ).map((one) => [one.external_userid, one.status])
  const got = (user: string): number =>
    sandbox.world.friendships
      .filter((one) => one.user === user)
      .flatMap((one) => one.chat)
      .filter((one) => one.from === 'corp').length

  beforeEach(async () => {
    sandbox = start()
    limin = (await befriended(sandbox, 'limin')).externalUserid
    wang = (await befriended(sandbox, 'wangxiulan')).externalUserid
  })
  afterEach(() => sandbox.close())

  it('reach nobody until the member confirms', async () => {
    const { msgid, fail_list } = await add({ external_userid: [limin, wang, 'wmNobody'] })
    expect(fail_list).toEqual(['wmNobody'])
    expect(await results(msgid)).toEqual([
      [limin, 0],
      [wang, 0],
    ])
    expect((await sandbox.wecom('externalcontact/get_groupmsg_task', { msgid }))['task_list']).toEqual([
      { userid: 'zhouning', status: 0 },
    ])
    expect(got('limin')).toBe(0)
    await confirm(msgid)
    expect(await results(msgid)).toEqual([
      [limin, 1],
      [wang, 1],
    ])
    expect((await sandbox.wecom('externalcontact/get_groupmsg_task', { msgid }))['task_list']).toMatchObject([
      { status: 2, send_time: expect.any(Number) },
    ])
    expect([got('limin'), got('wangxiulan')]).toEqual([1, 1])
    await expect(confirm(msgid)).rejects.toMatchObject({ code: 'notPossible' })
  })

  it('miss who is no friend any more, and who has had as many as the month has days', async () => {
    for (let day = 1; day <= 30; day += 1) await confirm((await add({ external_userid: [limin] }))['msgid'])
    const { msgid } = await add()
    await sandbox.control('unfriend', { user: 'wangxiulan', userid: 'zhouning' })
    await confirm(msgid)
    expect(await results(msgid)).toEqual([
      [limin, 3],
      [wang, 2],
    ])
    expect(got('limin')).toBe(30)
    await sandbox.control('advance', { to: '2026-11-30T15:59:59Z' })
    const late = await add({ external_userid: [limin] })
    await confirm(late['msgid'])
    expect(await results(late['msgid'])).toEqual([[limin, 3]])
    await sandbox.control('advance', { by: '1s' })
    const next = await add({ external_userid: [limin] })
    await confirm(next['msgid'])
    expect(await results(next['msgid'])).toEqual([[limin, 1]])
  })

  it('go to the member who was last in touch', async () => {
    await sandbox.control('advance', { by: '1h' })
    await befriended(sandbox, 'limin', 'chensiyuan')
    const { msgid } = await add()
    expect(await results(msgid, 'chensiyuan')).toEqual([[limin, 0]])
    expect(await results(msgid)).toEqual([[wang, 0]])
    await sandbox.control('advance', { by: '1m' })
    await sandbox.control('say', { user: 'limin', userid: 'zhouning', text: '在吗' })
    expect(await results((await add())['msgid'])).toHaveLength(2)
  })

  it('choose by tags of the pair: one of each group', async () => {
    const [a, b, c] = sandbox.world.tagGroups[0]?.tags.map((tag) => tag.id) ?? []
    await sandbox.control('member-tag', { userid: 'zhouning', user: 'limin', add: [a, c] })
    await sandbox.control('member-tag', { userid: 'zhouning', user: 'wangxiulan', add: [b] })
    const by = async (...lists: unknown[][]): Promise<Answer> =>
      add({ external_userid: [], tag_filter: { group_list: lists.map((tag_list) => ({ tag_list })) } })
    expect(await results((await by([a, b]))['msgid'])).toHaveLength(2)
    expect(await results((await by([a, b], [c]))['msgid'])).toEqual([[limin, 0]])
    expect((await by([b], [c])).errcode).toBe(41048)
  })

  it('need somebody, something, and a known sender', async () => {
    expect((await add({ external_userid: [] })).errcode).toBe(40063)
    expect((await add({ external_userid: [], sender: 'zhouning' })).errcode).toBe(0)
    expect((await add({ sender: 'nobody' })).errcode).toBe(60111)
    expect((await add({ text: undefined })).errcode).toBe(40063)
    expect((await add({ external_userid: ['wmNobody'] })).errcode).toBe(41048)
  })

  it.each([
    ['refused', 40058],
    ['asOmitted', 0],
  ])('have an empty sender %s', async (value, errcode) => {
    await sandbox.control('switch', { name: 'massSendEmptySender', value })
    expect((await add({ sender: '' })).errcode).toBe(errcode)
  })

  it('leave out whom the member deselects, where that is allowed', async () => {
    const fixed = await add()
    await expect(confirm(fixed['msgid'], 'zhouning', { leaveOut: ['limin'] })).rejects.toMatchObject({
      field: 'leaveOut',
    })
    const free = await add({ allow_select: true })
    await confirm(free['msgid'], 'zhouning', { leaveOut: ['limin'] })
    expect(await results(free['msgid'])).toEqual([
      [limin, 0],
      [wang, 1],
    ])
  })

  it('are reminded of three times in 24 hours, and not once cancelled', async () => {
    const { msgid } = await add()
    const remind = async (): Promise<number> =>
      (await sandbox.wecom('externalcontact/remind_groupmsg_send', { msgid })).errcode
    expect([await remind(), await remind(), await remind(), await remind()]).toEqual([0, 0, 0, 41094])
    await sandbox.control('advance', { by: '24h' })
    expect(await remind()).toBe(0)
    expect((await sandbox.wecom('externalcontact/cancel_groupmsg_send', { msgid })).errcode).toBe(0)
    expect(await remind()).toBe(41093)
    await expect(confirm(msgid)).rejects.toMatchObject({ code: 'notPossible' })
    expect(got('limin')).toBe(0)
  })

  it('are found again by time, with what they say', async () => {
    const { msgid } = await add()
    await add()
    const now = Math.floor(sandbox.clock.now() / 1000)
    const list = (more: object = {}): Promise<Answer> =>
      sandbox.wecom('externalcontact/get_groupmsg_list_v2', {
        chat_type: 'single',
        start_time: now - 60,
        end_time: now,
        ...more,
      })
    const first = await list({ limit: 1 })
    expect(first['group_msg_list']).toEqual([
      { msgid, create_time: String(now), create_type: 0, text: { content: '本周的课' }, attachments: [] },
    ])
    expect((await list({ limit: 1, cursor: first['next_cursor'] }))['group_msg_list']).toHaveLength(1)
    expect((await list({ limit: 500 }))['group_msg_list']).toHaveLength(2)
    expect((await list({ filter_type: 1 }))['group_msg_list']).toEqual([])
    expect((await list({ start_time: now - 32 * 86_400 })).errcode).toBe(40058)
    expect((await sandbox.wecom('externalcontact/get_groupmsg_task', { msgid: 'none' })).errcode).toBe(41047)
  })
})
