import { control } from './control'

const real = globalThis.fetch
afterEach(() => {
  globalThis.fetch = real
})
const answering = (status: number, body: unknown): jest.Mock => {
  const fetch = jest.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })))
  globalThis.fetch = fetch as never
  return fetch
}

test('an action is posted as JSON and its answer comes back', async () => {
  const fetch = answering(200, { code: 'c1' })
  expect(await control('login', { user: 'wangxiulan' })).toEqual({ code: 'c1' })
  expect(fetch).toHaveBeenCalledWith(
    '/control/login',
    expect.objectContaining({ method: 'POST', body: '{"user":"wangxiulan"}' }),
  )
})

test('a refusal keeps its code and tells the hint', async () => {
  answering(404, { code: 'notFound', field: 'user', hint: 'no WeChat user x' })
  await expect(control('scan')).rejects.toMatchObject({
    code: 'notFound',
    message: '沙箱里没有找到（no WeChat user x）',
  })
})

test('no answer at all is a refusal of its own', async () => {
  globalThis.fetch = (() => Promise.reject(new TypeError('fetch failed'))) as never
  await expect(control('scan')).rejects.toMatchObject({ code: 'unreachable' })
})

test('an answer that is not JSON still names the status', async () => {
  globalThis.fetch = (() => Promise.resolve(new Response('<html>', { status: 502 }))) as never
  await expect(control('scan')).rejects.toMatchObject({ code: 'http-502' })
})
