import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

describe('sign-in', () => {
  it.each([
    [
      { userid: 'z', user_ticket: 'T' },
      { who: 'member', userId: 'z', userTicket: 'T' },
    ],
    [{ UserId: 'z' }, { who: 'member', userId: 'z', userTicket: undefined }],
    [
      { openid: 'o', external_userid: 'wm' },
      { who: 'outsider', openId: 'o', externalUserId: 'wm' },
    ],
  ])('%j', async (answer, who) => {
    server.answers({ errcode: 0, ...answer })
    await expect(server.wecom().signIn.userInfo('code')).resolves.toEqual(who)
    expect(server.asked[0]).toMatchObject({ api: 'auth/getuserinfo', query: { code: 'code' } })
  })

  it('takes an answer that names nobody for no sign-in', async () => {
    server.answers({ errcode: 0 })
    await expect(server.wecom().signIn.userInfo('code')).rejects.toMatchObject({ code: 'unexpected-answer' })
  })

  it.each([40029, 42003, 42022])('%d sends the member back to the start', async (errcode) => {
    server.answers({ errcode })
    await expect(server.wecom().signIn.userInfo('code')).rejects.toMatchObject({ action: 'login-again' })
  })

  it('reads what the member granted, and who a physician mini-program belongs to', async () => {
    const { signIn, miniProgram, users } = server.wecom()
    server.answers(
      { errcode: 0, userid: 'z', mobile: '1' },
      { errcode: 0, corpid: 'ww1', userid: 'z', session_key: 'K' },
      { errcode: 0, userid: 'z', status: 1 },
    )
    await expect(signIn.userDetail('T')).resolves.toMatchObject({ userid: 'z', mobile: '1' })
    await expect(miniProgram.jscode2session('J')).resolves.toEqual({ corpId: 'ww1', userId: 'z', sessionKey: 'K' })
    await expect(users.get('z')).resolves.toMatchObject({ status: 1, department: [] })
    expect(server.asked[1]?.query).toMatchObject({ js_code: 'J', grant_type: 'authorization_code' })
  })
})
