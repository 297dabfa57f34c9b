import { open } from './callbacks/cipher'
import { demo } from './demo'
import { element, receiver, start } from './testing/start'
import type { Driven, Receiver } from './testing/start'

/** From scanning a QR to an answer in the assistant's chat: the path everything else is built on. */
describe('the walk', () => {
  let sandbox: Driven
  let host: Receiver
  const keys = { token: demo.corp.callbackToken, encodingAesKey: demo.corp.encodingAesKey, receiveId: demo.corp.corpid }
  const opened = (index: number): string => {
    const { query, body } = host.received[index] ?? { query: new URLSearchParams(), body: '' }
    const sealed = {
      signature: query.get('msg_signature') ?? '',
      timestamp: query.get('timestamp') ?? '',
      nonce: query.get('nonce') ?? '',
      encrypted: element(body, 'Encrypt') ?? '',
    }
    return open(keys, sealed).message
  }

  beforeAll(async () => {
    host = await receiver()
    sandbox = start({ callbackUrl: host.url })
  })
  afterAll(async () => {
    await sandbox.close()
    await host.close()
  })

  it('goes from scan to welcome to chat', async () => {
    const way = await sandbox.wecom('externalcontact/add_contact_way', {
      type: 1,
      scene: 2,
      state: 'k1',
      user: ['zhouning'],
    })
    expect(way.errcode).toBe(0)
    const scanned = await sandbox.control('scan', { user: 'wangxiulan', url: way['qr_code'] })
    expect(scanned).toMatchObject({ outcome: 'added', userid: 'zhouning' })
    await sandbox.pushed()

    const added = opened(0)
    expect(element(added, 'ChangeType')).toBe('add_external_contact')
    expect(element(added, 'State')).toBe('k1')
    const externalUserid = element(added, 'ExternalUserID') ?? ''
    const contact = await sandbox.wecom(`externalcontact/get?external_userid=${externalUserid}`)
    expect(contact['external_contact']).toMatchObject({ name: '王秀兰', type: 1 })

    const link = await sandbox.wecom('kf/add_contact_way', { open_kfid: demo.kf.openKfid, scene: 'welcome' })
    const url = `${String(link['url'])}&scene_param=once-7Qk`
    const welcome = await sandbox.wecom('externalcontact/send_welcome_msg', {
      welcome_code: element(added, 'WelcomeCode'),
      text: { content: '您好，我是周宁' },
      attachments: [{ msgtype: 'link', link: { title: '二十四小时助手', url } }],
    })
    expect(welcome).toMatchObject({ errcode: 0 })
    const phone = (await (await sandbox.app.request('/view/phones/wangxiulan')).json()) as {
      chats: { id: string; messages: { id: string; content: { type: string } }[] }[]
    }
    const card = phone.chats[0]?.messages.find((message) => message.content.type === 'link')
    const tapped = await sandbox.control('tap', { user: 'wangxiulan', chatId: 'staff:zhouning', messageId: card?.id })
    expect(tapped).toMatchObject({ opens: 'kf', openKfid: demo.kf.openKfid })
    await sandbox.pushed()

    const bell = opened(1)
    expect(element(bell, 'Event')).toBe('kf_msg_or_event')
    const sync = (cursor: unknown, token: unknown) =>
      sandbox.wecom('kf/sync_msg', { cursor, token, open_kfid: demo.kf.openKfid })
    const first = await sync('', element(bell, 'Token'))
    expect(first['msg_list']).toMatchObject([
      { msgtype: 'event', event: { event_type: 'enter_session', scene: 'welcome', scene_param: 'once-7Qk' } },
    ])

    await sandbox.control('say', { user: 'wangxiulan', openKfid: demo.kf.openKfid, text: '空腹血糖7.2高吗' })
    await sandbox.pushed()
    const second = await sync(first['next_cursor'], element(opened(2), 'Token'))
    const [said] = second['msg_list'] as { msgid: string; external_userid: string; text: { content: string } }[]
    expect(said?.text.content).toBe('空腹血糖7.2高吗')
    expect(said?.external_userid).not.toBe(externalUserid)
    const sent = await sandbox.wecom('kf/send_msg', {
      touser: said?.external_userid,
      open_kfid: demo.kf.openKfid,
      msgid: 'answer-1',
      msgtype: 'text',
      text: { content: '比目标略高' },
    })
    expect(sent).toMatchObject({ errcode: 0, msgid: 'answer-1' })
    const third = await sync(second['next_cursor'], element(opened(2), 'Token'))
    expect(third).toMatchObject({ has_more: 0, msg_list: [] })
  })

  it('signs a patient and a physician in', async () => {
    const { patient, physician } = demo.miniPrograms
    const { code } = (await sandbox.control('login', { user: 'wangxiulan', appid: patient.appid })) as { code: string }
    const url = `/wechat/sns/jscode2session?appid=${patient.appid}&secret=${patient.secret}&js_code=${code}&grant_type=authorization_code`
    const session = (await (await sandbox.app.request(url)).json()) as Record<string, unknown>
    expect(session).toMatchObject({
      errcode: 0,
      openid: expect.stringMatching(/^o.{27}$/),
      unionid: expect.any(String),
    })
    expect(await (await sandbox.app.request(url)).json()).toMatchObject({ errcode: 40029 })

    const qy = (await sandbox.control('member-login', { userid: 'chensiyuan', appid: physician.appid })) as {
      code: string
    }
    const member = await sandbox.wecom(`miniprogram/jscode2session?js_code=${qy.code}&grant_type=authorization_code`)
    expect(member).toMatchObject({ errcode: 0, userid: 'chensiyuan', corpid: demo.corp.corpid })
  })

  it('signs a member in on the web', async () => {
    const redirect = host.url.replace('/callback', '/signed-in')
    const page = await sandbox.app.request(
      `/wecom/wwlogin/sso/login?login_type=CorpApp&appid=${demo.corp.corpid}&agentid=${demo.corp.agentid}&redirect_uri=${encodeURIComponent(redirect)}&state=abc`,
    )
    const html = await page.text()
    const href = /data-userid="xuke" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#38;', '&')
    const choice = await sandbox.app.request(href ?? '/')
    const target = new URL(choice.headers.get('location') ?? '')
    expect(target.searchParams.get('state')).toBe('abc')
    expect(await sandbox.wecom(`auth/getuserinfo?code=${target.searchParams.get('code')}`)).toMatchObject({
      errcode: 0,
      userid: 'xuke',
    })
  })
})
