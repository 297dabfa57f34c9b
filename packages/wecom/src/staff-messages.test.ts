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
