import { befriended } from '../testing/befriended'
import { kfChat } from '../testing/kf-chat'
import { start } from '../testing/start'
import type { Driven } from '../testing/start'

type Seen = { version: number; unchanged?: boolean } & Record<string, unknown>

describe('views', () => {
  let sandbox: Driven
  const view = async (path: string): Promise<Seen> =>
    (await sandbox.app.request(`/view/${path}`)).json() as Promise<Seen>
  beforeEach(async () => {
    sandbox = start()
    await befriended(sandbox)
  })
  afterEach(() => sandbox.close())

  it.each(['phones/limin', 'members/zhouning', 'events', 'state', 'phones', 'members'])(
    '%s tells in a word that nothing changed',
    async (path) => {
      const first = await view(path)
      expect(first.unchanged).toBeUndefined()
      expect(await view(`${path}?after=${first.version}`)).toMatchObject({ version: first.version, unchanged: true })
      await sandbox.control('say', { user: 'limin', userid: 'zhouning', text: '在吗' })
      const next = await view(`${path}?after=${first.version}`)
      expect(next.unchanged).toBeUndefined()
      expect(next.version).toBeGreaterThan(first.version)
    },
  )

  it('are news again when a minute has passed, or when the asker knew another world', async () => {
    const { version } = await view('state')
    sandbox.clock.set(sandbox.clock.now() + 60_000)
    expect((await view(`state?after=${version}`)).unchanged).toBeUndefined()
    expect((await view('phones/limin?after=999999')).unchanged).toBeUndefined()
    expect((await view('events?after=999999'))['entries']).not.toHaveLength(0)
  })

  it('show a phone with its chats, unread first to be read', async () => {
    const chat = await kfChat(sandbox, 'limin')
    await chat.say('在吗')
    await chat.send('在')
    expect(await view('phones/limin')).toMatchObject({
      unread: 1,
      user: { key: 'limin', name: '李敏' },
      contacts: [{ userid: 'zhouning', name: '周宁', half: false }],
      chats: expect.arrayContaining([
        expect.objectContaining({ id: `kf:${chat.openKfid}`, kind: 'kf', unread: 1, corpName: '江滨医院' }),
        expect.objectContaining({ id: 'staff:zhouning', kind: 'staff', unread: 0 }),
      ]),
    })
    await sandbox.control('read', { user: 'limin', chatId: `kf:${chat.openKfid}` })
    expect((await view('phones/limin'))['unread']).toBe(0)
    expect((await view('phones/wangxiulan'))['chats']).toEqual([])
    expect((await sandbox.app.request('/view/phones/nobody')).status).toBe(404)
  })

  it('show a member with customers and the tags of the pair', async () => {
    await sandbox.control('member-tag', {
      userid: 'zhouning',
      user: 'limin',
      add: [sandbox.world.tagGroups[0]?.tags[1]?.id],
      remark: '李阿姨',
    })
    expect(await view('members/zhouning')).toMatchObject({
      member: { name: '周宁' },
      customers: [{ name: '李敏', status: 'friend', remark: '李阿姨', tags: ['重要'] }],
    })
    expect((await view('members/xuke'))['customers']).toEqual([])
  })

  it('tell what happened since', async () => {
    const { version } = await view('events')
    await sandbox.pushed()
    await sandbox.control('say', { user: 'limin', userid: 'zhouning', text: '在吗' })
    const kinds = ((await view(`events?after=${version}`))['entries'] as { kind: string; version: number }[]).map(
      (one) => one.kind,
    )
    expect(kinds).toContain('patient.said')
    expect(kinds).not.toContain('scan')
  })

  it('show the whole for the portal', async () => {
    expect(await view('state')).toMatchObject({
      clock: { now: '2026-11-23T02:00:00.000Z', mode: 'frozen' },
      corp: { name: '江滨医院' },
      contactWays: [{ memberNames: ['周宁'], userids: ['zhouning'] }],
      miniPrograms: [{ key: 'patient', url: null }, { key: 'physician' }],
    })
  })

  it('never carry what a patient wrote in the feed', async () => {
    const chat = await kfChat(sandbox, 'limin')
    await chat.say('我有糖尿病')
    expect(JSON.stringify(await view('events'))).not.toContain('我有糖尿病')
  })
})
