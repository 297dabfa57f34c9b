import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encrypt, signature } from '../callbacks/cipher'
import { demo } from '../demo'
import { buttonsCard, noticeCard } from '../testing/card'
import { element, start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

const { agentid } = demo.corp

describe('template cards', () => {
  let sandbox: Driven
  const send = (card: object = buttonsCard, touser = 'linzhiyuan|chensiyuan'): Promise<Answer> =>
    sandbox.wecom('message/send', { touser, agentid, msgtype: 'template_card', template_card: card })
  const update = (response_code: unknown, more: object): Promise<Answer> =>
    sandbox.wecom('message/update_template_card', { agentid, response_code, ...more })
  const tap = (userid: string, key?: string, more: object = {}): Promise<{ opens: string; responseCode: string }> =>
    sandbox.control('card-tap', { userid, taskId: 'escalation-1', key, ...more }) as Promise<{
      opens: string
      responseCode: string
    }>
  const shown = (userid: string): unknown =>
    sandbox.world.members.find((one) => one.userid === userid)?.inbox.at(-1)?.content
  const button = { button: { replace_name: '王医生已接手' } }
  const xmlOf = (): string => sandbox.world.pushes.at(-1)?.xml ?? ''

  beforeEach(() => {
    sandbox = start({ callbackUrl: 'http://127.0.0.1:9/none' })
  })
  afterEach(() => sandbox.close())

  it('go to each member, with a response code where they can be updated', async () => {
    expect(await send()).toMatchObject({ errcode: 0, msgid: expect.any(String), response_code: expect.any(String) })
    expect(shown('chensiyuan')).toMatchObject({ type: 'template_card', card: buttonsCard, replaced: null })
    expect(await send(noticeCard)).not.toHaveProperty('response_code')
    const menu = { ...noticeCard, task_id: 'm', action_menu: { action_list: [{ text: '不再提醒', key: 'stop' }] } }
    expect(await send(menu)).toHaveProperty('response_code')
  })

  it('need a task id of their own, and a callback url', async () => {
    expect((await send({ ...buttonsCard, task_id: undefined })).errcode).toBe(42014)
    expect((await send({ ...buttonsCard, task_id: '王' })).errcode).toBe(42014)
    expect((await send({ ...buttonsCard, task_id: 'x'.repeat(129) })).errcode).toBe(42014)
    expect((await send()).errcode).toBe(0)
    expect((await send()).errcode).toBe(42014)
    await sandbox.control('callback-url', { url: null })
    expect((await send({ ...buttonsCard, task_id: 'other' })).errcode).toBe(43012)
    expect((await send(noticeCard)).errcode).toBe(0)
  })

  it('tell a tap, with a code of its own', async () => {
    const sent = await send()
    const tapped = await tap('linzhiyuan', 'take')
    expect(tapped.responseCode).not.toBe(sent['response_code'])
    expect(
      ['Event', 'FromUserName', 'EventKey', 'TaskId', 'CardType', 'ResponseCode', 'AgentID'].map((name) =>
        element(xmlOf(), name),
      ),
    ).toEqual([
      'template_card_event',
      'linzhiyuan',
      'take',
      'escalation-1',
      'button_interaction',
      tapped.responseCode,
      String(agentid),
    ])
    await expect(tap('linzhiyuan', 'none')).rejects.toMatchObject({ code: 'notFound', field: 'key' })
    await expect(tap('xuke', 'take')).rejects.toMatchObject({ code: 'notFound', field: 'messageId' })
  })

  it('tell what was selected', async () => {
    await send({ ...buttonsCard, button_selection: { question_key: 'who', option_list: [{ id: 'a', text: '张' }] } })
    await tap('linzhiyuan', 'take', { selected: { who: ['a'] } })
    expect(xmlOf()).toContain(
      '<SelectedItem><QuestionKey><![CDATA[who]]></QuestionKey><OptionIds><OptionId><![CDATA[a]]></OptionId></OptionIds></SelectedItem>',
    )
  })

  it('open what they lead to', async () => {
    await send({
      ...noticeCard,
      task_id: 'escalation-1',
      jump_list: [{ type: 2, title: '看', appid: 'wx1', pagepath: 'a' }],
    })
    expect(await tap('linzhiyuan')).toEqual({ opens: 'web', url: 'https://a.test/week' })
    expect(await tap('linzhiyuan', undefined, { jump: 0 })).toEqual({ opens: 'miniprogram', appid: 'wx1', path: 'a' })
  })

  it('are replaced for all by the code of sending, once', async () => {
    const sent = await send()
    expect(await update(sent['response_code'], { atall: 1, ...button })).toMatchObject({ errcode: 0, invaliduser: [] })
    expect(shown('linzhiyuan')).toMatchObject({ replaced: '王医生已接手' })
    expect(shown('chensiyuan')).toMatchObject({ replaced: '王医生已接手' })
    expect((await update(sent['response_code'], { atall: 1, ...button })).errcode).toBe(60140)
    await expect(tap('linzhiyuan', 'take')).rejects.toMatchObject({ code: 'notPossible' })
  })

  it('are replaced for some by the code of a tap, within 72 hours', async () => {
    await send()
    const { responseCode } = await tap('linzhiyuan', 'take')
    const late = (await tap('linzhiyuan', 'take')).responseCode
    expect((await update(responseCode, button)).errcode).toBe(82101)
    expect((await update(responseCode, { userids: ['xuke'], ...button })).errcode).toBe(82102)
    expect((await update(responseCode, { agentid: 1, atall: 1, ...button })).errcode).toBe(42015)
    expect(await update(responseCode, { userids: ['chensiyuan', 'Nobody'], ...button })).toMatchObject({
      errcode: 0,
      invaliduser: ['nobody'],
    })
    expect([shown('linzhiyuan'), shown('chensiyuan')]).toMatchObject([{ replaced: null }, { replaced: '王医生已接手' }])
    await sandbox.control('advance', { by: '72h' })
    expect((await update(late, { atall: 1, ...button })).errcode).toBe(60140)
  })

  it('may become another card and keep their task', async () => {
    const sent = await send()
    const bad = { ...noticeCard, card_action: undefined }
    expect((await update(sent['response_code'], { atall: 1, template_card: bad })).errcode).toBe(42045)
    expect((await update(sent['response_code'], { atall: 1, template_card: noticeCard })).errcode).toBe(0)
    expect(shown('linzhiyuan')).toMatchObject({ card: { ...noticeCard, task_id: 'escalation-1' }, replaced: null })
    const again = { ...buttonsCard, task_id: 'escalation-2' }
    const other = await send(again)
    await update(other['response_code'], { atall: 1, template_card: { ...again, replace_text: '已处理' } })
    expect(shown('linzhiyuan')).toMatchObject({ replaced: '已处理' })
  })

  it('are recalled within 24 hours', async () => {
    const sent = await send()
    const late = await send({ ...buttonsCard, task_id: 'later' })
    const recall = (msgid: unknown): Promise<Answer> => sandbox.wecom('message/recall', { msgid })
    expect((await recall(sent['msgid'])).errcode).toBe(0)
    expect(sandbox.world.members[0]?.inbox[0]?.content).toEqual({ type: 'recalled' })
    await expect(tap('linzhiyuan', 'take')).rejects.toMatchObject({ code: 'notFound' })
    expect((await recall('none')).errcode).toBe(40058)
    await sandbox.control('advance', { by: '24h1s' })
    expect((await recall(late['msgid'])).errcode).toBe(42052)
  })

  it('are not sent twice when the request asks so', async () => {
    const ask = { touser: 'linzhiyuan', agentid, msgtype: 'text', text: { content: '提醒' }, enable_duplicate_check: 1 }
    for (let n = 0; n < 2; n += 1) expect((await sandbox.wecom('message/send', ask)).errcode).toBe(0)
    expect(sandbox.world.members[0]?.inbox).toHaveLength(1)
    await sandbox.control('advance', { by: '30m' })
    await sandbox.wecom('message/send', ask)
    expect(sandbox.world.members[0]?.inbox).toHaveLength(2)
  })

  describe('by the answer to the callback', () => {
    const answered = async (plain: string, key: string = demo.corp.callbackToken): Promise<void> => {
      const sealed = encrypt(demo.corp.encodingAesKey, Buffer.alloc(16, 7), plain, demo.corp.corpid)
      const body = `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt><MsgSignature><![CDATA[${signature(key, '1', 'n', sealed)}]]></MsgSignature><TimeStamp>1</TimeStamp><Nonce><![CDATA[n]]></Nonce></xml>`
      const host = createServer((_request, response) => response.end(body))
      await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
      await sandbox.control('callback-url', {
        url: `http://127.0.0.1:${(host.address() as AddressInfo).port}/callback`,
      })
      await send()
      await tap('linzhiyuan', 'take')
      await sandbox.pushed()
      host.closeAllConnections()
      await new Promise((resolve) => host.close(resolve))
    }
    const updateButton =
      '<xml><MsgType><![CDATA[update_button]]></MsgType><Button><ReplaceName><![CDATA[您已接手]]></ReplaceName></Button></xml>'

    it("change the clicker's buttons alone", async () => {
      await answered(updateButton)
      expect([shown('linzhiyuan'), shown('chensiyuan')]).toMatchObject([{ replaced: '您已接手' }, { replaced: null }])
    })

    it("change the clicker's whole card", async () => {
      const card =
        '<CardType><![CDATA[text_notice]]></CardType><MainTitle><Title><![CDATA[您已接手]]></Title></MainTitle>' +
        '<HorizontalContentList><KeyName><![CDATA[患者]]></KeyName><Value><![CDATA[王女士]]></Value></HorizontalContentList>' +
        '<CardAction><Type>1</Type><Url><![CDATA[https://a.test/]]></Url></CardAction>'
      await answered(`<xml><MsgType>update_template_card</MsgType><TemplateCard>${card}</TemplateCard></xml>`)
      expect(shown('linzhiyuan')).toMatchObject({
        card: {
          card_type: 'text_notice',
          task_id: 'escalation-1',
          main_title: { title: '您已接手' },
          horizontal_content_list: [{ keyname: '患者', value: '王女士' }],
          card_action: { type: 1, url: 'https://a.test/' },
        },
      })
    })

    it('change nothing when the signature is wrong, or the answer is of another kind', async () => {
      await answered(updateButton, 'another token')
      expect(shown('linzhiyuan')).toMatchObject({ replaced: null })
      expect(sandbox.world.feed.at(-1)?.kind).not.toBe('card.updated')
      expect(sandbox.world.feed.some((entry) => entry.kind === 'card.replyRefused')).toBe(true)
    })
  })
})
