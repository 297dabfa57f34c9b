import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

describe('sessions', () => {
  it.each([
    [0, 'new'],
    [1, 'assistant'],
    [3, 'person'],
    [4, 'ended'],
  ])('state %d is %s', async (service_state, state) => {
    server.answers({ errcode: 0, service_state, servicer_userid: state === 'person' ? 'z' : '' })
    await expect(server.wecom().kf.sessions.get('wk1', 'wm1')).resolves.toEqual({
      state,
      servicer: state === 'person' ? 'z' : undefined,
    })
  })

  it('hands over to a person and returns the prompt code', async () => {
    server.answers({ errcode: 0, msg_code: 'M' })
    const to = { open_kfid: 'wk1', external_userid: 'wm1', state: 'person' } as const
    await expect(server.wecom().kf.sessions.transfer({ ...to, servicer_userid: 'z' })).resolves.toEqual({
      outcome: 'moved',
      msgCode: 'M',
    })
    expect(server.asked[0]?.body).toEqual({
      open_kfid: 'wk1',
      external_userid: 'wm1',
      service_state: 3,
      servicer_userid: 'z',
    })
    await expect(server.wecom().kf.sessions.transfer(to)).rejects.toMatchObject({ field: 'servicer_userid' })
  })

  const queue = () => server.wecom().kf.sessions.transfer({ open_kfid: 'wk1', external_userid: 'wm1', state: 'queue' })

  it.each([[{}], [{ msg_code: '' }]])('moves without a prompt code %j', async (answer) => {
    server.answers({ errcode: 0, ...answer })
    await expect(queue()).resolves.toEqual({ outcome: 'moved', msgCode: undefined })
  })

  it.each([
    [95000, 'account-gone'],
    [95004, 'account-gone'],
    [95013, 'session-ended'],
    [95014, 'not-servicer'],
    [95016, 'not-allowed'],
    [95019, 'servicer-stopped'],
    [95020, 'servicer-full'],
    [60030, 'not-servicer'],
  ])('%d is %s', async (errcode, outcome) => {
    server.answers({ errcode, errmsg: 'x' })
    await expect(queue()).resolves.toEqual({ outcome, errcode })
  })

  it('throws what is no answer about the session, and moves nothing twice', async () => {
    server.answers({ errcode: 48007 }, { errcode: -1 })
    await expect(queue()).rejects.toMatchObject({ errcode: 48007, action: 'config' })
    await expect(queue()).rejects.toMatchObject({ errcode: -1 })
    expect(server.asked).toHaveLength(2)
  })
})
