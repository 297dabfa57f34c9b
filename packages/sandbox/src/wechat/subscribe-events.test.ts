import { open } from '../callbacks/cipher'
import { demo } from '../demo'
import { element, receiver, start } from '../testing/start'
import type { Driven, Receiver } from '../testing/start'

const { appid, secret, callbackToken, encodingAesKey } = demo.miniPrograms.patient
const [template] = demo.templates

describe('subscribe message events', () => {
  let sandbox: Driven
  let host: Receiver
  const decide = (decision: string): Promise<unknown> =>
    sandbox.control('subscribe', { user: 'limin', templateId: template.id, decision })
  /** What the receiver reads out of what came last. */
  const told = async (): Promise<string> => {
    await sandbox.pushed()
    const last = host.received.at(-1)
    const part = (name: string): string => last?.query.get(name) ?? ''
    return open(
      { token: callbackToken, encodingAesKey, receiveId: appid },
      {
        signature: part('msg_signature'),
        timestamp: part('timestamp'),
        nonce: part('nonce'),
        encrypted: element(last?.body ?? '', 'Encrypt') ?? '',
      },
    ).message
  }

  beforeEach(async () => {
    host = await receiver()
    sandbox = start()
    await sandbox.control('message-push-url', { url: host.url })
  })
  afterEach(async () => {
    await sandbox.close()
    await host.close()
  })

  it.each(['accept', 'reject'])('tell the answer %s in the popup', async (decision) => {
    await decide(decision)
    const xml = await told()
    expect(element(xml, 'Event')).toBe('subscribe_msg_popup_event')
    expect(element(xml, 'FromUserName')).toBe(sandbox.world.users.find((one) => one.key === 'limin')?.openids[appid])
    expect(xml).toContain(`<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[${template.id}]]></TemplateId>`)
    expect(element(xml, 'SubscribeStatusString')).toBe(decision)
  })

  it('tell a switching off, which takes what was allowed, and not a switching on', async () => {
    const set = (setting: string): Promise<unknown> =>
      sandbox.control('subscribe-setting', { user: 'limin', templateId: template.id, setting })
    await expect(set('reject')).rejects.toMatchObject({ code: 'notFound' })
    await decide('accept')
    await set('reject')
    expect(element(await told(), 'Event')).toBe('subscribe_msg_change_event')
    expect(sandbox.world.credits[0]).toMatchObject({ left: 0, refused: true })
    await set('accept')
    await told()
    expect(host.received).toHaveLength(2)
  })

  it('tell a delivery', async () => {
    await decide('accept')
    const token = (await (
      await sandbox.app.request('/wechat/cgi-bin/stable_token', {
        method: 'POST',
        body: JSON.stringify({ grant_type: 'client_credential', appid, secret }),
      })
    ).json()) as { access_token: string }
    await sandbox.app.request(`/wechat/cgi-bin/message/subscribe/send?access_token=${token.access_token}`, {
      method: 'POST',
      body: JSON.stringify({
        touser: sandbox.world.users.find((one) => one.key === 'limin')?.openids[appid],
        template_id: template.id,
        data: { thing1: { value: '复诊' }, time2: { value: '2026-11-30 09:00' }, thing3: { value: '请空腹' } },
      }),
    })
    const xml = await told()
    expect([element(xml, 'Event'), element(xml, 'ErrorStatus')]).toEqual(['subscribe_msg_sent_event', 'success'])
  })

  it('are not pushed without an address', async () => {
    await sandbox.control('message-push-url', { url: null })
    await decide('accept')
    expect(sandbox.world.pushes).toEqual([])
  })
})
