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

describe('upload by kind', () => {
  const bytes = new Uint8Array(16)
  it.each([
    ['image', 'a.jpeg'],
    ['voice', 'a.AMR'],
    ['video', 'a.mp4'],
    ['file', '报告.pdf'],
  ] as const)('%s %s', async (kind, filename) => {
    server.answers({ errcode: 0, media_id: 'M', created_at: 1767225600 })
    await server.wecom().media.upload({ kind, filename, bytes })
    expect(server.asked[0]?.query['type']).toBe(kind)
  })

  it.each([
    ['image', 'a.gif', 'filename'],
    ['voice', 'a.mp3', 'filename'],
    ['voice', 'a.wav', 'filename'],
    ['video', 'a.mov', 'filename'],
  ] as const)('%s %s is refused before the call', async (kind, filename, field) => {
    await expect(server.wecom().media.upload({ kind, filename, bytes })).rejects.toMatchObject({ code: 'limit', field })
    expect(server.asked).toEqual([])
  })

  it.each([
    ['image', 'a.png', 10],
    ['voice', 'a.amr', 2],
    ['video', 'a.mp4', 10],
    ['file', 'a.pdf', 20],
  ] as const)('%s ends at its limit', async (kind, filename, megabytes) => {
    const upload = server.wecom().media.upload({ kind, filename, bytes: new Uint8Array((megabytes << 20) + 1) })
    await expect(upload).rejects.toMatchObject({ code: 'limit', field: 'bytes' })
    expect(server.asked).toEqual([])
  })
})
