import type { TemplateCard } from './template-card'
import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

describe('staff messages', () => {
  const card = { msgtype: 'textcard', textcard: { title: '预警', description: '请查看', url: 'https://x' } } as const
  it('joins members and splits those not reached', async () => {
    server.answers({ errcode: 0, invaliduser: 'c|d', unlicenseduser: '', msgid: 'm' })
    const sent = server.wecom().staffMessages.send({ to: ['a', 'b'], agentid: 7, content: card, suppressRepeat: 1800 })
    await expect(sent).resolves.toEqual({ msgid: 'm', invalid: ['c', 'd'], unlicensed: [] })
    expect(server.asked[0]?.body).toEqual({
      touser: 'a|b',
      agentid: 7,
      ...card,
      enable_duplicate_check: 1,
      duplicate_check_interval: 1800,
    })
  })

  it('repeats a busy answer only when WeCom suppresses the second', async () => {
    server.answers({ errcode: -1 }, { errcode: 0 }, { errcode: -1 })
    const { send } = server.wecom().staffMessages
    await send({ to: ['a'], agentid: 7, content: card, suppressRepeat: 60 })
    await expect(send({ to: ['a'], agentid: 7, content: card })).rejects.toMatchObject({ errcode: -1 })
    expect(server.asked).toHaveLength(3)
  })
})

const buttons: TemplateCard = {
  card_type: 'button_interaction',
  main_title: { title: '新转接' },
  task_id: 'handover-1',
  button_list: [{ text: '我来接待', key: 'take' }],
}
const notice = {
  card_type: 'text_notice',
  main_title: { title: '王医生已接待' },
  card_action: { type: 1, url: 'https://x' },
} as const

describe('template card', () => {
  it('is sent and gives the code that updates it', async () => {
    server.answers({ errcode: 0, msgid: 'm', response_code: 'RC' }, { errcode: 0, msgid: 'm2', response_code: '' })
    const { send } = server.wecom().staffMessages
    const content = { msgtype: 'template_card', template_card: buttons } as const
    await expect(send({ to: ['a'], agentid: 7, content })).resolves.toEqual({
      msgid: 'm',
      invalid: [],
      unlicensed: [],
      responseCode: 'RC',
    })
    expect(server.asked[0]?.body).toEqual({ touser: 'a', agentid: 7, ...content })
    await expect(send({ to: ['a'], agentid: 7, content })).resolves.toMatchObject({ responseCode: undefined })
  })

  it('names the field beyond its limit', async () => {
    const template_card = { ...buttons, task_id: 'a b' }
    const sending = server
      .wecom()
      .staffMessages.send({ to: ['a'], agentid: 7, content: { msgtype: 'template_card', template_card } })
    await expect(sending).rejects.toMatchObject({ code: 'limit', field: 'content.template_card.task_id' })
    expect(server.asked).toEqual([])
  })

  it('greys its button out for all', async () => {
    server.answers({ errcode: 0 })
    const { updateCard } = server.wecom().staffMessages
    await expect(
      updateCard({ agentId: 7, responseCode: 'RC', to: 'all', button: { replaceName: '王医生已接待' } }),
    ).resolves.toEqual({ outcome: 'updated', invalid: [] })
    expect(server.asked).toEqual([
      {
        api: 'message/update_template_card',
        query: { access_token: 'token-1' },
        body: { atall: 1, agentid: 7, response_code: 'RC', button: { replace_name: '王医生已接待' } },
      },
    ])
  })

  it('becomes another for some, and tells who was not reached', async () => {
    server.answers({ errcode: 0, invaliduser: ['b'] })
    const { updateCard } = server.wecom().staffMessages
    await expect(updateCard({ agentId: 7, responseCode: 'RC', to: ['a', 'b'], card: notice })).resolves.toEqual({
      outcome: 'updated',
      invalid: ['b'],
    })
    expect(server.asked[0]?.body).toEqual({
      userids: ['a', 'b'],
      agentid: 7,
      response_code: 'RC',
      template_card: notice,
    })
  })

  const update = () =>
    server.wecom().staffMessages.updateCard({ agentId: 7, responseCode: 'RC', to: 'all', card: notice })

  it.each([
    [60140, 'code-spent'],
    [42016, 'unknown-task'],
    [81013, 'no-target'],
    [82101, 'no-target'],
    [82102, 'no-target'],
  ])('%d is %s', async (errcode, outcome) => {
    server.answers({ errcode, errmsg: 'x' })
    await expect(update()).resolves.toEqual({ outcome, errcode })
  })

  it.each([
    [42014, 'bug'],
    [42015, 'config'],
    [43012, 'config'],
    [60020, 'config'],
  ])('%d is thrown as %s', async (errcode, action) => {
    server.answers({ errcode, errmsg: 'x' })
    await expect(update()).rejects.toMatchObject({ errcode, action })
  })

  it('is not updated twice when the first may have been done', async () => {
    server.answers({ errcode: -1 })
    await expect(update()).rejects.toMatchObject({ errcode: -1 })
    expect(server.asked).toHaveLength(1)
  })

  it.each([
    ['responseCode', { responseCode: '', to: 'all', card: notice }],
    ['to', { responseCode: 'RC', to: [], card: notice }],
    ['to', { responseCode: 'RC', to: Array.from({ length: 1001 }, (_, n) => `u${n}`), card: notice }],
    ['card', { responseCode: 'RC', to: 'all' }],
    ['card.card_action', { responseCode: 'RC', to: 'all', card: { ...notice, card_action: undefined } }],
    ['button.replaceName', { responseCode: 'RC', to: 'all', button: { replaceName: '' } }],
    ['request', { responseCode: 'RC', to: 'all', button: { replaceName: 'x' }, card: notice }],
  ])('refuses %s before the call', async (field, wrong) => {
    const { updateCard } = server.wecom().staffMessages
    await expect(updateCard({ agentId: 7, ...wrong } as Parameters<typeof updateCard>[0])).rejects.toMatchObject({
      code: 'limit',
      field,
    })
    expect(server.asked).toEqual([])
  })
})

it('takes a message back, while the day lasts', async () => {
  const { recall } = server.wecom().staffMessages
  await recall('m1')
  expect(server.asked[0]).toMatchObject({ api: 'message/recall', body: { msgid: 'm1' } })
  server.answers({ errcode: 42052 })
  await expect(recall('m1')).rejects.toMatchObject({ errcode: 42052, action: 'expired' })
  await expect(recall('')).rejects.toMatchObject({ field: 'msgid' })
})

describe('mini-program notice', () => {
  const miniprogram_notice = {
    appid: 'wx1',
    page: 'pages/inbox/index?id=1',
    title: '新的患者消息',
    description: '请及时查看',
    emphasis_first_item: false,
    content_item: [{ key: '患者', value: '李**' }],
  }
  const send = (change: object = {}) =>
    server.wecom().staffMessages.send({
      to: ['a'],
      agentid: 7,
      content: { msgtype: 'miniprogram_notice', miniprogram_notice: { ...miniprogram_notice, ...change } },
    })

  it('goes without an agent', async () => {
    await send()
    expect(server.asked[0]?.body).toEqual({ touser: 'a', msgtype: 'miniprogram_notice', miniprogram_notice })
  })

  it.each([
    ['title', { title: '三个字' }],
    ['title', { title: '字'.repeat(13) }],
    ['description', { description: '字'.repeat(13) }],
    ['page', { page: 'x'.repeat(1025) }],
    ['content_item', { content_item: Array(11).fill({ key: 'k', value: 'v' }) }],
    ['content_item.0.key', { content_item: [{ key: 'x'.repeat(11), value: 'v' }] }],
    ['content_item.0.value', { content_item: [{ key: 'k', value: 'x'.repeat(31) }] }],
  ])('%s is held to its limit', async (field, change) => {
    await expect(send(change)).rejects.toMatchObject({ code: 'limit', field: `content.miniprogram_notice.${field}` })
    expect(server.asked).toEqual([])
  })
})
