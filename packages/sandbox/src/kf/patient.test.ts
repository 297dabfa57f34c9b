import { demo } from '../demo'
import { kfChat } from '../testing/kf-chat'
import { start } from '../testing/start'
import type { Driven } from '../testing/start'

describe('the patient in kf', () => {
  let sandbox: Driven
  const link = async (scene: string): Promise<string> =>
    String((await sandbox.wecom('kf/add_contact_way', { open_kfid: demo.kf.openKfid, scene }))['url'])
  const enter = async (url: string, more: object = {}): Promise<{ scene: string; scene_param: string }> => {
    await sandbox.control('enter', { user: 'limin', url, ...more })
    const entry = sandbox.world.kfAccounts[0]?.log.at(-1)?.message['event']
    return entry as { scene: string; scene_param: string }
  }

  beforeEach(() => {
    sandbox = start()
  })
  afterEach(() => sandbox.close())

  it('brings scene and a decoded scene_param', async () => {
    expect(await enter(`${await link('welcome')}&scene_param=${encodeURIComponent('a b/码')}`)).toMatchObject({
      scene: 'welcome',
      scene_param: 'a b/码',
    })
  })

  it.each([
    ['another parameter', (url: string) => `${url}&from=sms`],
    ['a moved parameter', (url: string) => url.replace('?', '?scene_param=x&')],
    ['a changed enc_scene', (url: string) => `${url}x`],
  ])('opens but tells nothing after %s', async (_what, edit) => {
    expect(await enter(edit(await link('welcome')))).toMatchObject({ scene: '', scene_param: '' })
  })

  it('tells nothing when the link was made without scene, or the param is over 128 bytes', async () => {
    expect(await enter(`${await link('')}?scene_param=x`)).toMatchObject({ scene: '', scene_param: '' })
    expect(await enter(`${await link('welcome')}&scene_param=${'x'.repeat(129)}`)).toMatchObject({
      scene: 'welcome',
      scene_param: '',
    })
  })

  it.each([
    ['kept', 'once'],
    ['lost', ''],
  ])('opened from a mini-program has its scene_param %s', async (value, expected) => {
    await sandbox.control('switch', { name: 'kfNativeSceneParam', value })
    expect(await enter(`${await link('app')}&scene_param=once`, { via: 'native' })).toMatchObject({
      scene: 'app',
      scene_param: expected,
    })
  })

  it('refuses scenes over 32 bytes or of other characters, and links of others', async () => {
    const way = (scene: string) => sandbox.wecom('kf/add_contact_way', { open_kfid: demo.kf.openKfid, scene })
    expect((await way('x'.repeat(33))).errcode).toBe(40058)
    expect((await way('患者')).errcode).toBe(40058)
    await expect(enter('https://work.weixin.qq.com/kf/kfcother')).rejects.toMatchObject({ code: 'notFound' })
    await expect(enter('not a link')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('sends words and menu id by tapping a menu entry, which opens the window again', async () => {
    const chat = await kfChat(sandbox, 'limin')
    await chat.say('菜单')
    const list = [{ type: 'click', click: { id: 'fasting', content: '空腹' } }]
    await chat.send('', { msgtype: 'msgmenu', msgmenu: { head_content: '哪一次？', list } })
    for (let n = 0; n < 4; n += 1) await chat.send(`${n}`)
    expect((await chat.send('5')).errcode).toBe(95001)
    const menu = sandbox.world.kfSessions[0]?.chat.find((message) => message.content.type === 'menu')
    await sandbox.control('tap', { user: 'limin', chatId: `kf:${chat.openKfid}`, messageId: menu?.id, index: 0 })
    expect(sandbox.world.kfAccounts[0]?.log.at(-1)?.message).toMatchObject({
      origin: 3,
      msgtype: 'text',
      text: { content: '空腹', menu_id: 'fasting' },
    })
    expect((await chat.send('好')).errcode).toBe(0)
  })

  it('is known by nickname and unionid for 48 hours', async () => {
    const chat = await kfChat(sandbox, 'limin', 'welcome')
    const get = () =>
      sandbox.wecom('kf/customer/batchget', {
        external_userid_list: [chat.externalUserid, 'wmNobody'],
        need_enter_session_context: 1,
      })
    const unionid = sandbox.world.users.find((one) => one.key === 'limin')?.unionid
    expect(await get()).toMatchObject({
      customer_list: [
        {
          external_userid: chat.externalUserid,
          nickname: '李敏',
          unionid,
          enter_session_context: { scene: 'welcome' },
        },
      ],
      invalid_external_userid: ['wmNobody'],
    })
    await sandbox.control('switch', { name: 'kfUnionid', value: 'unbound' })
    expect(((await get())['customer_list'] as object[])[0]).not.toHaveProperty('unionid')
    await sandbox.control('advance', { by: '48h1s' })
    expect(await get()).toMatchObject({ customer_list: [], invalid_external_userid: [chat.externalUserid, 'wmNobody'] })
  })

  it.each([
    ['own', false],
    ['same', true],
  ])('has %s kf external_userid', async (value, same) => {
    await sandbox.control('switch', { name: 'kfExternalUserid', value })
    const way = await sandbox.wecom('externalcontact/add_contact_way', { type: 1, scene: 2, user: ['zhouning'] })
    const { externalUserid } = (await sandbox.control('scan', { user: 'limin', configId: way['config_id'] })) as {
      externalUserid: string
    }
    const chat = await kfChat(sandbox, 'limin')
    expect(chat.externalUserid === externalUserid).toBe(same)
    expect(chat.externalUserid).toMatch(/^wm/)
  })
})
