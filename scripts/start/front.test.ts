import { startFront } from './front'
import type { Front } from './front'

describe('the front before host and sandbox run', () => {
  let front: Front
  beforeEach(async () => {
    front = await startFront('/', 0)
  })
  afterEach(() => front.close())
  const ask = (path: string, accept: string) => fetch(`http://127.0.0.1:${front.port}${path}`, { headers: { accept } })

  it('shows people a page that asks again by itself', async () => {
    const response = await ask('/', 'text/html,application/xhtml+xml')
    expect(response.status).toBe(503)
    const page = await response.text()
    expect(page).toContain('随行正在启动')
    expect(page).toContain('http-equiv="refresh"')
  })

  it('answers programs with the error envelope', async () => {
    const response = await ask('/api/console/me', 'application/json')
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ code: 'outside-unavailable' })
  })
})
