import { kfChat } from '../testing/kf-chat'
import type { KfChat } from '../testing/kf-chat'
import { start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

describe('a servicer in the WeCom client', () => {
  let sandbox: Driven
  let chat: KfChat
  const user = 'wangxiulan'
  const act = (name: string, given: object = {}): Promise<{ messageId: string }> =>
    sandbox.control(name, { userid: 'zhouning', user, ...given }) as Promise<{ messageId: string }>
  const last = async (): Promise<Record<string, unknown>> =>
    ((await chat.sync())['msg_list'] as Record<string, unknown>[]).at(-1) ?? {}
  const change = async (): Promise<Record<string, unknown>> => (await last())['event'] as Record<string, unknown>
  const onEvent = (code: unknown, more: object = {}): Promise<Answer> =>
    sandbox.wecom('kf/send_msg_on_event', { code, msgtype: 'text', text: { content: '稍等' }, ...more })

  beforeEach(async () => {
    sandbox = start({ switches: { kfSyncWithoutToken: 'unlimited' } })
    chat = await kfChat(sandbox)
    await chat.say('转人工')
  })
  afterEach(() => sandbox.close())

  it('takes from the pool, with a code good for 48 hours in that state', async () => {
    await expect(act('kf-take')).rejects.toMatchObject({ code: 'notPossible' })
    await chat.trans(2)
    await act('kf-take')
    const event = await change()
    expect(event).toMatchObject({
      event_type: 'session_status_change',
      change_type: 1,
      new_servicer_userid: 'zhouning',
      external_userid: chat.externalUserid,
    })
    expect(event).not.toHaveProperty('old_servicer_userid')
    expect(
      await sandbox.wecom('kf/service_state/get', { open_kfid: chat.openKfid, external_userid: chat.externalUserid }),
    ).toMatchObject({ service_state: 3, servicer_userid: 'zhouning' })
    expect((await onEvent(event['msg_code'], { msgtype: 'msgmenu', msgmenu: { list: [] } })).errcode).toBe(95030)
    expect((await onEvent(event['msg_code'])).errcode).toBe(0)
    expect((await onEvent(event['msg_code'])).errcode).toBe(95007)
  })

  it('does not take while not receiving', async () => {
    await chat.trans(2)
    await sandbox.control('servicer', { userid: 'zhouning', receiving: false })
    await expect(act('kf-take')).rejects.toMatchObject({ code: 'notPossible', field: 'userid' })
  })

  it('writes and takes back, both told', async () => {
    await expect(act('kf-say', { msgtype: 'text', text: '您好' })).rejects.toMatchObject({ code: 'notPossible' })
    await chat.trans(3, 'zhouning')
    const { messageId } = await act('kf-say', { msgtype: 'text', text: '您好' })
    expect(await last()).toMatchObject({
      msgid: messageId,
      origin: 5,
      servicer_userid: 'zhouning',
      external_userid: chat.externalUserid,
      text: { content: '您好' },
    })
    expect(chat.shown()).toEqual(['您好'])
    expect((await chat.send('我也在')).errcode).toBe(95018)
    await expect(act('kf-say', { userid: 'chensiyuan', msgtype: 'note' })).rejects.toMatchObject({
      code: 'notPossible',
    })
    await act('kf-recall', { messageId })
    expect(await change()).toMatchObject({
      event_type: 'servicer_recall_msg',
      recall_msgid: messageId,
      servicer_userid: 'zhouning',
    })
    expect(chat.shown()).toEqual(['recalled'])
    await expect(act('kf-recall', { messageId })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('passes on, and may take up again what was passed on', async () => {
    await chat.trans(3, 'zhouning')
    await expect(act('kf-transfer', { to: 'xuke' })).rejects.toMatchObject({ code: 'notFound', field: 'to' })
    await act('kf-transfer', { to: 'chensiyuan' })
    expect(await change()).toMatchObject({
      change_type: 2,
      old_servicer_userid: 'zhouning',
      new_servicer_userid: 'chensiyuan',
    })
    expect(await change()).not.toHaveProperty('msg_code')
    await act('kf-reopen')
    expect(await change()).toMatchObject({
      change_type: 4,
      old_servicer_userid: 'chensiyuan',
      new_servicer_userid: 'zhouning',
    })
  })

  it('ends with a code of 20 seconds, for a menu too', async () => {
    await chat.trans(3, 'zhouning')
    await act('kf-end')
    const event = await change()
    expect(event).toMatchObject({ change_type: 3, old_servicer_userid: 'zhouning' })
    expect(event).not.toHaveProperty('new_servicer_userid')
    expect(await chat.state()).toBe(4)
    await sandbox.control('advance', { by: '20s' })
    const list = [{ type: 'click', click: { id: 'good', content: '满意' } }]
    expect((await onEvent(event['msg_code'], { msgtype: 'msgmenu', msgmenu: { list } })).errcode).toBe(0)
    expect(chat.shown()).toEqual(['menu'])
  })

  it('cannot use an ending code after 20 seconds, nor once the patient has written anew', async () => {
    await chat.trans(3, 'zhouning')
    await act('kf-end')
    const late = (await change())['msg_code']
    await sandbox.control('advance', { by: '21s' })
    expect((await onEvent(late)).errcode).toBe(95007)
    await sandbox.control('switch', { name: 'kfEventCode', value: 'oauth' })
    expect((await onEvent(late)).errcode).toBe(40029)
    await act('kf-reopen')
    await act('kf-end')
    const left = (await change())['msg_code']
    await chat.say('还有一个问题')
    expect((await onEvent(left)).errcode).toBe(95018)
  })

  it('reopens an ended session by writing, within 48 hours of the patient', async () => {
    await chat.trans(3, 'zhouning')
    await act('kf-end')
    await act('kf-say', { userid: 'chensiyuan', msgtype: 'text', text: '还想补充一句' })
    const list = (await chat.sync())['msg_list'] as { origin: number; event?: object }[]
    expect(list.at(-2)?.event).toMatchObject({ change_type: 4, new_servicer_userid: 'chensiyuan' })
    expect(list.at(-1)).toMatchObject({ origin: 5, servicer_userid: 'chensiyuan' })
    expect(await chat.state()).toBe(3)
    await act('kf-end', { userid: 'chensiyuan' })
    await sandbox.control('advance', { by: '48h1s' })
    await expect(act('kf-reopen')).rejects.toMatchObject({ code: 'notPossible' })
  })

  it('is not told what the API changed', async () => {
    await chat.trans(3, 'zhouning')
    await chat.trans(3, 'chensiyuan')
    await chat.trans(4)
    expect(await last()).toMatchObject({ origin: 3 })
  })

  it('starts and stops receiving: 1 and 2 in the event, 0 and 1 in the list', async () => {
    const receive = (given: object): Promise<unknown> => sandbox.control('servicer', { userid: 'zhouning', ...given })
    const listed = async (): Promise<unknown> =>
      ((await sandbox.wecom(`kf/servicer/list?open_kfid=${chat.openKfid}`))['servicer_list'] as object[])[0]
    await receive({ receiving: false, paused: true })
    expect(await change()).toMatchObject({ event_type: 'servicer_status_change', status: 2, stop_type: 1 })
    expect(await listed()).toMatchObject({ status: 1, stop_type: 1 })
    await receive({ receiving: true })
    expect(await change()).toMatchObject({ servicer_userid: 'zhouning', status: 1, open_kfid: chat.openKfid })
    expect(await listed()).toMatchObject({ status: 0 })
    const told = sandbox.world.kfAccounts[0]?.lastSeq
    await receive({ receiving: true })
    expect(sandbox.world.kfAccounts[0]?.lastSeq).toBe(told)
  })

  it("refuses a patient's messages until taken back", async () => {
    await chat.trans(3, 'zhouning')
    await act('kf-reject', { rejects: true })
    expect(await change()).toMatchObject({ event_type: 'reject_customer_msg_switch_change', reject_switch: 1 })
    await chat.say('在吗')
    expect(await change()).toMatchObject({ reject_switch: 1 })
    expect(sandbox.world.kfSessions[0]?.chat.at(-1)?.content.type).toBe('notice')
    await act('kf-reject', { rejects: false })
    await chat.say('在吗')
    expect(await last()).toMatchObject({ origin: 3, text: { content: '在吗' } })
  })
})
