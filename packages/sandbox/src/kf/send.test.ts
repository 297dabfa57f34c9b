import { kfChat } from '../testing/kf-chat'
import type { KfChat } from '../testing/kf-chat'
import { start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

describe('kf sending', () => {
  let sandbox: Driven
  let chat: KfChat
  const events = async (): Promise<{ event_type: string }[]> =>
    ((await chat.sync())['msg_list'] as { event?: { event_type: string } }[]).flatMap((one) => one.event ?? [])

  beforeEach(async () => {
    sandbox = start({ switches: { kfSyncWithoutToken: 'unlimited' } })
    chat = await kfChat(sandbox)
  })
  afterEach(() => sandbox.close())

  it('is not allowed before the patient has written', async () => {
    expect((await chat.send('您好')).errcode).toBe(95018)
  })

  it('allows five messages per patient message', async () => {
    await chat.say('在吗')
    for (let n = 1; n <= 5; n += 1) expect((await chat.send(`${n}`)).errcode).toBe(0)
    expect((await chat.send('6')).errcode).toBe(95001)
    await chat.say('还在吗')
    expect((await chat.send('7')).errcode).toBe(0)
    expect(chat.shown()).toEqual(['1', '2', '3', '4', '5', '7'])
  })

  it('closes 48 hours after the patient last wrote', async () => {
    await chat.say('在吗')
    await sandbox.control('advance', { by: '48h' })
    expect((await chat.send('在')).errcode).toBe(0)
    await sandbox.control('advance', { by: '1s' })
    expect((await chat.send('在')).errcode).toBe(95002)
    await chat.say('回来了')
    expect((await chat.send('在')).errcode).toBe(0)
  })

  it.each([
    ['kfSendLate', 'customerSilent', '48h1s', 95031],
    ['kfSendEnded', 'ended', '48h', 95013],
  ])('with %s %s answers the other code', async (name, value, by, errcode) => {
    await sandbox.control('switch', { name, value })
    await chat.say('在吗')
    if (name === 'kfSendEnded') await chat.trans(4)
    await sandbox.control('advance', { by })
    expect((await chat.send('在')).errcode).toBe(errcode)
  })

  it('refuses an own msgid it has seen, without spending or sending again', async () => {
    await chat.say('在吗')
    expect(await chat.send('一次', { msgid: 'touch-1' })).toMatchObject({ errcode: 0, msgid: 'touch-1' })
    expect((await chat.send('一次', { msgid: 'touch-1' })).errcode).toBe(95033)
    for (let n = 0; n < 4; n += 1) expect((await chat.send(`${n}`)).errcode).toBe(0)
    expect((await chat.send('一次', { msgid: 'touch-1' })).errcode).toBe(95033)
    expect(chat.shown().filter((text) => text === '一次')).toHaveLength(1)
    expect((await chat.send('x', { msgid: 'not allowed' })).errcode).toBe(40058)
  })

  it.each([
    ['forever', 95033],
    ['threeDays', 0],
  ])('remembers a msgid %s', async (value, errcode) => {
    await sandbox.control('switch', { name: 'kfMsgidMemory', value })
    await chat.say('在吗')
    await chat.send('一次', { msgid: 'touch-1' })
    await sandbox.control('advance', { by: '4d' })
    await chat.say('在吗')
    expect((await chat.send('一次', { msgid: 'touch-1' })).errcode).toBe(errcode)
  })

  it('may fail after errcode 0, and tells so in the log', async () => {
    await chat.say('在吗')
    await sandbox.control('fault', { name: 'kfSendFail', value: { next: 1, failType: 10 } })
    expect(await chat.send('丢', { msgid: 'lost-1' })).toMatchObject({ errcode: 0 })
    expect((await chat.send('到')).errcode).toBe(0)
    expect(chat.shown()).toEqual(['到'])
    expect(await events()).toContainEqual(
      expect.objectContaining({
        event_type: 'msg_send_fail',
        fail_msgid: 'lost-1',
        fail_type: 10,
        external_userid: chat.externalUserid,
      }),
    )
  })

  it('moves a new session to the assistant', async () => {
    expect(await chat.state()).toBe(4)
    await chat.say('在吗')
    expect(await chat.state()).toBe(0)
    await chat.send('在')
    expect(await chat.state()).toBe(1)
  })

  it('cuts text at 2048 bytes on a character', async () => {
    await chat.say('在吗')
    expect((await chat.send('血'.repeat(700))).errcode).toBe(0)
    expect(chat.shown()).toEqual(['血'.repeat(682)])
  })

  it('checks what a card and a menu hold', async () => {
    await chat.say('在吗')
    const send = (msgtype: string, part: object): Promise<Answer> =>
      chat.send('', { msgtype, text: undefined, [msgtype]: part })
    expect(
      (
        await send('miniprogram', {
          appid: 'wx1',
          title: '卡',
          thumb_media_id: 'none',
          pagepath: 'pages/today/index.html',
        })
      ).errcode,
    ).toBe(40007)
    expect(
      (await send('miniprogram', { appid: 'wx1', title: '卡', thumb_media_id: 'none', pagepath: 'pages/today/index' }))
        .errcode,
    ).toBe(40058)
    expect((await send('link', { title: '很'.repeat(43), url: 'https://a', thumb_media_id: 'x' })).errcode).toBe(40058)
    expect((await send('dance', {})).errcode).toBe(95030)
    const clicks = (count: number): object => ({
      list: Array.from({ length: count }, (_, n) => ({ type: 'click', click: { id: `${n}`, content: `第${n}项` } })),
    })
    expect((await send('msgmenu', clicks(11))).errcode).toBe(95008)
    expect((await send('msgmenu', { list: [{ type: 'shout', shout: {} }] })).errcode).toBe(95009)
    expect((await send('msgmenu', clicks(10))).errcode).toBe(0)
    expect((await send('ca_link', { link_url: '' })).errcode).toBe(40058)
    expect((await send('ca_link', { link_url: 'https://work.weixin.qq.com/ca/x' })).errcode).toBe(0)
    expect(chat.shown()).toEqual(['menu', 'link'])
  })

  describe('on an event', () => {
    const onEvent = (code: string, more: object = {}): Promise<Answer> =>
      sandbox.wecom('kf/send_msg_on_event', { code, msgtype: 'text', text: { content: '欢迎' }, ...more })
    const welcomeCode = async (): Promise<string | undefined> =>
      ((await events()) as { event_type: string; welcome_code?: string }[])
        .filter((one) => one.event_type === 'enter_session')
        .at(-1)?.welcome_code

    it('welcomes once, within 20 s, without a session', async () => {
      const code = (await welcomeCode()) ?? ''
      await sandbox.control('advance', { by: '20s' })
      expect((await onEvent(code)).errcode).toBe(0)
      expect((await onEvent(code)).errcode).toBe(95007)
      expect(chat.shown()).toEqual(['欢迎'])
    })

    it('is too late after 20 s', async () => {
      const code = (await welcomeCode()) ?? ''
      await sandbox.control('advance', { by: '21s' })
      expect((await onEvent(code)).errcode).toBe(95007)
    })

    it('gives no second welcome code within 48 hours of a welcome or of words', async () => {
      await onEvent((await welcomeCode()) ?? '')
      await kfChat(sandbox)
      expect(await welcomeCode()).toBeUndefined()
      await sandbox.control('advance', { by: '49h' })
      await kfChat(sandbox)
      expect(await welcomeCode()).toBeDefined()
      await chat.say('在吗')
      await kfChat(sandbox)
      expect(await welcomeCode()).toBeUndefined()
    })

    it('takes text or menu only', async () => {
      expect((await onEvent((await welcomeCode()) ?? '', { msgtype: 'image', image: { media_id: 'x' } })).errcode).toBe(
        95030,
      )
    })

    it('needs the session still in the state that gave the code', async () => {
      await chat.say('转人工')
      const queued = await chat.trans(2)
      expect((await chat.trans(3, 'zhouning')).errcode).toBe(0)
      expect((await onEvent(String(queued['msg_code']))).errcode).toBe(95018)
    })
  })
})
