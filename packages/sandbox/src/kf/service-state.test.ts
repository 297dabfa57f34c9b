import { kfChat } from '../testing/kf-chat'
import type { KfChat } from '../testing/kf-chat'
import { start } from '../testing/start'
import type { Driven } from '../testing/start'

describe('session states', () => {
  let sandbox: Driven
  let chat: KfChat
  beforeEach(async () => {
    sandbox = start()
    chat = await kfChat(sandbox)
    await chat.say('在吗')
  })
  afterEach(() => sandbox.close())

  const to = async (state: number): Promise<void> => {
    const session = sandbox.world.kfSessions[0]
    if (session === undefined) throw new Error('no session')
    Object.assign(session, { state, servicer: state === 3 ? 'zhouning' : null })
  }

  it.each([
    [0, { 0: 95016, 1: 0, 2: 0, 3: 0, 4: 0 }],
    [1, { 0: 95016, 1: 95016, 2: 0, 3: 0, 4: 0 }],
    [2, { 0: 95016, 1: 95016, 2: 95016, 3: 0, 4: 0 }],
    [3, { 0: 95016, 1: 95016, 2: 95016, 3: 0, 4: 0 }],
    [4, { 0: 95013, 1: 95013, 2: 95013, 3: 95013, 4: 95013 }],
  ])('from %d follows the table', async (from, expected) => {
    for (const [target, errcode] of Object.entries(expected)) {
      await to(from)
      expect([from, target, (await chat.trans(Number(target), 'chensiyuan')).errcode]).toEqual([from, target, errcode])
    }
  })

  it.each([0, 1, 2])('refuses to end from %d when the drawn table is played that way', async (from) => {
    await sandbox.control('switch', { name: 'kfEndByApi', value: 'refused' })
    await to(from)
    expect((await chat.trans(4)).errcode).toBe(95016)
  })

  it.each([2, 3, 4])('forbids sending in state %d', async (state) => {
    await to(state)
    expect((await chat.send('在')).errcode).toBe(95018)
  })

  it('hands over only to servicers who receive', async () => {
    expect((await chat.trans(3, 'xuke')).errcode).toBe(95014)
    expect((await chat.trans(3)).errcode).toBe(95014)
    await sandbox.control('servicer', { userid: 'zhouning', receiving: false })
    expect((await chat.trans(3, 'zhouning')).errcode).toBe(95019)
    expect(await chat.trans(3, 'chensiyuan')).toMatchObject({ errcode: 0, msg_code: expect.any(String) })
    expect(await chat.state()).toBe(3)
  })

  it('ends by itself after 48 hours, and begins anew when the patient writes', async () => {
    await chat.send('在')
    await sandbox.control('advance', { by: '48h1s' })
    expect(await chat.state()).toBe(4)
    await chat.say('又来了')
    expect(await chat.state()).toBe(0)
  })
})
