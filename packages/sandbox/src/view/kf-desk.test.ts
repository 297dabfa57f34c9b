import { kfChat } from '../testing/kf-chat'
import type { KfChat } from '../testing/kf-chat'
import { start } from '../testing/start'
import type { Driven } from '../testing/start'
import type { KfDesk } from './kf-desk'

describe('what a servicer sees', () => {
  let sandbox: Driven
  let chat: KfChat
  const desk = async (userid = 'zhouning'): Promise<KfDesk | undefined> =>
    ((await (await sandbox.app.request(`/view/members/${userid}`)).json()) as { kf: KfDesk[] }).kf[0]
  const places = async (userid?: string): Promise<(string | null)[][] | undefined> =>
    (await desk(userid))?.sessions.map((one) => [one.place, one.with])

  beforeEach(async () => {
    sandbox = start()
    chat = await kfChat(sandbox)
    await chat.say('转人工')
  })
  afterEach(() => sandbox.close())

  it('is the pool, the own sessions, and those had before', async () => {
    expect(await places()).toEqual([])
    await chat.trans(2)
    expect(await places()).toEqual([['waiting', null]])
    await sandbox.control('kf-take', { userid: 'zhouning', user: 'wangxiulan' })
    expect(await places()).toEqual([['mine', '周宁']])
    expect(await places('chensiyuan')).toEqual([])
    await sandbox.control('kf-transfer', { userid: 'zhouning', user: 'wangxiulan', to: 'chensiyuan' })
    expect(await places()).toEqual([['past', '陈思远']])
    await chat.trans(4)
    expect(await places('chensiyuan')).toEqual([['past', null]])
    await chat.say('还在吗')
    expect(await places('chensiyuan')).toEqual([])
  })

  it('can be taken up again for 48 hours', async () => {
    await chat.trans(3, 'zhouning')
    await sandbox.control('kf-end', { userid: 'zhouning', user: 'wangxiulan' })
    expect((await desk())?.sessions[0]?.canReopen).toBe(true)
    await sandbox.control('advance', { by: '48h1s' })
    expect((await desk())?.sessions[0]?.canReopen).toBe(false)
  })

  it('tells who receives, and nothing to those who serve no account', async () => {
    await sandbox.control('servicer', { userid: 'zhouning', receiving: false, paused: true })
    expect(await desk()).toMatchObject({ receiving: false, paused: true })
    expect((await desk('chensiyuan'))?.colleagues).toEqual([
      { userid: 'zhouning', name: '周宁', receiving: false },
      { userid: 'hejing', name: '何静', receiving: true },
    ])
    expect(await desk('linzhiyuan')).toBeUndefined()
  })
})
