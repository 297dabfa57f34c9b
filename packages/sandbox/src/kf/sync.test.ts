import { demo } from '../demo'
import { kfChat } from '../testing/kf-chat'
import type { KfChat } from '../testing/kf-chat'
import { start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

describe('sync_msg', () => {
  let sandbox: Driven
  let chat: KfChat
  const texts = (answer: Answer): string[] =>
    (answer['msg_list'] as { msgtype: string; text?: { content: string } }[]).map(
      (one) => one.text?.content ?? one.msgtype,
    )
  const token = (): string => sandbox.world.kfTokens.at(-1)?.token ?? ''

  beforeEach(async () => {
    sandbox = start({ switches: { kfSyncWithoutToken: 'unlimited' } })
    chat = await kfChat(sandbox)
  })
  afterEach(() => sandbox.close())

  it('pages behind its cursor and never repeats', async () => {
    for (const text of ['一', '二', '三']) await chat.say(text)
    const first = await chat.sync('', { limit: 2 })
    expect(texts(first)).toEqual(['event', '一'])
    expect(first['has_more']).toBe(1)
    const second = await chat.sync(String(first['next_cursor']), { limit: 2 })
    expect(texts(second)).toEqual(['二', '三'])
    expect(second['has_more']).toBe(0)
    const third = await chat.sync(String(second['next_cursor']))
    expect(texts(third)).toEqual([])
    await chat.say('四')
    expect(texts(await chat.sync(String(third['next_cursor'])))).toEqual(['四'])
  })

  it('carries who, when and where from', async () => {
    await chat.say('在吗')
    const [event, said] = (await chat.sync())['msg_list'] as Record<string, unknown>[]
    expect(event).toMatchObject({
      origin: 4,
      msgtype: 'event',
      event: { event_type: 'enter_session', open_kfid: chat.openKfid, external_userid: chat.externalUserid },
    })
    expect(event).not.toHaveProperty('external_userid')
    expect(said).toMatchObject({
      origin: 3,
      open_kfid: chat.openKfid,
      external_userid: chat.externalUserid,
      send_time: Date.parse(demo.firstInstant) / 1000,
    })
  })

  it('does not return what the API sent', async () => {
    await chat.say('在吗')
    expect((await chat.send('在的')).errcode).toBe(0)
    expect(texts(await chat.sync())).toEqual(['event', '在吗'])
  })

  it('forgets what is older than three days, and goes on after a gap', async () => {
    await chat.say('旧')
    const cursor = String((await chat.sync())['next_cursor'])
    await chat.say('也旧')
    await sandbox.control('advance', { by: '3d' })
    expect(texts(await chat.sync(cursor))).toEqual(['也旧'])
    await sandbox.control('advance', { by: '1s' })
    expect(texts(await chat.sync())).toEqual([])
    await chat.say('新')
    expect(texts(await chat.sync(cursor))).toEqual(['新'])
  })

  it('answers an empty page that has more when the knob says so', async () => {
    await chat.say('在吗')
    await sandbox.control('fault', { name: 'kfEmptyPage', value: { next: 1 } })
    const empty = await chat.sync()
    expect(empty).toMatchObject({ has_more: 1, msg_list: [] })
    expect(texts(await chat.sync(String(empty['next_cursor'])))).toEqual(['event', '在吗'])
  })

  it('takes a doorbell token for ten minutes', async () => {
    const bell = token()
    await sandbox.control('advance', { by: '9m59s' })
    expect((await chat.sync('', { token: bell })).errcode).toBe(0)
    await sandbox.control('advance', { by: '1s' })
    expect((await chat.sync('', { token: bell })).errcode).toBe(95007)
    expect((await chat.sync('', { token: 'made-up' })).errcode).toBe(95007)
  })

  it('limits calls without a token when that fact is played', async () => {
    await sandbox.control('switch', { name: 'kfSyncWithoutToken', value: 'limited' })
    for (let call = 0; call < 10; call += 1) expect((await chat.sync()).errcode).toBe(0)
    expect((await chat.sync()).errcode).toBe(45009)
    expect((await chat.sync('', { token: token() })).errcode).toBe(0)
  })

  it('refuses bad accounts, cursors and limits', async () => {
    expect((await sandbox.wecom('kf/sync_msg', {})).errcode).toBe(40058)
    expect((await chat.sync('', { open_kfid: 'kf1' })).errcode).toBe(95000)
    expect((await chat.sync('', { open_kfid: 'wk1' })).errcode).toBe(95004)
    expect((await chat.sync('nonsense')).errcode).toBe(40058)
    expect((await chat.sync('', { limit: 1001 })).errcode).toBe(40058)
  })
})
