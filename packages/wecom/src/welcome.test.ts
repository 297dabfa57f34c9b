import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

const text = { content: '您好' }

describe('welcome', () => {
  it.each([
    [0, 'sent'],
    [41050, 'expired'],
    [41051, 'already-welcomed'],
    [41096, 'other-app-sending'],
  ])('%d is %s', async (errcode, outcome) => {
    server.answers({ errcode })
    await expect(server.wecom().welcome.send({ welcome_code: 'W', text })).resolves.toEqual({ outcome })
  })
})
