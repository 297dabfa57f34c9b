import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

it('uploads media as a form and knows when it dies', async () => {
  server.answers({ errcode: 0, media_id: 'M', created_at: '1767225600' })
  const uploaded = server
    .wecom()
    .media.upload({ kind: 'image', filename: '封面.png', bytes: new TextEncoder().encode('PNG-bytes') })
  await expect(uploaded).resolves.toEqual({ mediaId: 'M', expiresAt: '2026-01-04T00:00:00.000Z' })
  expect(server.asked[0]?.query['type']).toBe('image')
  expect(server.asked[0]?.body).toMatch(/name="media"; filename="封面\.png"[^]*PNG-bytes/)
})
