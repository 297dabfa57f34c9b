import { PlatformError } from '../platform'
import { memoryPlatform } from '../platform/memory-platform'
import { createSession } from '../session/session'
import { createApi } from './api'

const staff = { id: 'lin', name: '林致远', title: '主治医师', role: 'physician' as const }

const opened = async (answers: (token: string | undefined) => { status: number; body: unknown }) => {
  const platform = memoryPlatform()
  let tokens = 0
  platform.answer = async (call) =>
    call.path === '/api/physician/session'
      ? { status: 200, body: { token: `t${++tokens}`, expiresAt: '2026-11-24T00:00:00.000Z', staff } }
      : answers(call.headers['authorization'])
  const session = createSession(platform)
  await session.start()
  return { platform, session, api: createApi(platform, session) }
}

describe('api', () => {
  it('calls by route with the token', async () => {
    const { api, platform } = await opened((token) => ({ status: 200, body: { token } }))
    expect(await api.call('physicianPatient', { params: { id: 'p1' }, query: { since: 'c' } })).toEqual({ token: 'Bearer t1' })
    expect(platform.calls[1]).toMatchObject({ method: 'GET', path: '/api/physician/patients/p1?since=c' })
  })

  it('signs in again once when the token is refused, then repeats the call', async () => {
    const { api } = await opened((token) =>
      token === 'Bearer t1' ? { status: 401, body: { code: 'session-expired', message: 'm', requestId: 'r' } } : { status: 200, body: { token } },
    )
    expect(await api.call('physicianPatients')).toEqual({ token: 'Bearer t2' })
  })

  it('gives up when the second token is refused too', async () => {
    const { api, platform } = await opened(() => ({ status: 401, body: { code: 'not-signed-in', message: 'm', requestId: 'r' } }))
    await expect(api.call('physicianPatients')).rejects.toMatchObject({ code: 'not-signed-in' })
    expect(platform.calls).toHaveLength(4)
  })

  it('carries code and hint of the envelope, and names what came without one', async () => {
    const { api } = await opened(() => ({ status: 409, body: { code: 'window-spent', message: 'm', hint: 'h', requestId: 'r9' } }))
    await expect(api.call('reply', { params: { id: 'p1' } })).rejects.toMatchObject({ code: 'window-spent', hint: 'h', requestId: 'r9' })
    const { api: behindProxy } = await opened(() => ({ status: 502, body: null }))
    await expect(behindProxy.call('physicianPatients')).rejects.toMatchObject({ code: 'outside-unavailable' })
  })

  it('says unreachable when nothing answers', async () => {
    const { api, platform } = await opened(() => ({ status: 200, body: {} }))
    platform.answer = async () => {
      throw new PlatformError('unreachable', 'offline')
    }
    await expect(api.call('physicianPatients')).rejects.toMatchObject({ code: 'unreachable' })
  })
})
