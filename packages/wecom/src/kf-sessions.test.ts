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
})
