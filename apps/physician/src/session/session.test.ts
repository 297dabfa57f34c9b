import { memoryPlatform } from '../platform/memory-platform'
import { createSession } from './session'

const staff = { id: 'lin', name: '林致远', title: '主治医师', role: 'physician' as const }
const issued = (token: string) => ({ status: 200, body: { token, expiresAt: '2026-11-24T00:00:00.000Z', staff } })

const opened = () => {
  const platform = memoryPlatform()
  let tokens = 0
  platform.answer = async () => issued(`t${++tokens}`)
  return { platform, session: createSession(platform) }
}

describe('session', () => {
  it('signs in with the code of where it runs and remembers', async () => {
    const { platform, session } = opened()
    await session.start()
    expect(session.state()).toEqual({ kind: 'signed-in', staff })
    expect(platform.calls[0]).toMatchObject({
      method: 'POST',
      path: '/api/physician/session',
      body: JSON.stringify({ code: 'wecom-code', environment: 'wecom' }),
    })
    const again = createSession(platform)
    await again.start()
    expect(await again.current()).toBe('t1')
    expect(platform.calls).toHaveLength(1)
  })

  it('asks a plain browser to open WeCom and calls nothing', async () => {
    const { platform, session } = opened()
    platform.app = 'outside'
    await session.start()
    expect(session.state()).toEqual({ kind: 'refused', code: 'outside' })
    expect(platform.calls).toHaveLength(0)
  })

  it('renews once however many calls were refused together', async () => {
    const { platform, session } = opened()
    await session.start()
    expect(await Promise.all([session.renew(), session.renew()])).toEqual(['t2', 't2'])
    expect(platform.calls).toHaveLength(2)
  })

  it('repeats a call whose token the host no longer takes', async () => {
    const { platform, session } = opened()
    await session.start()
    const issue = platform.answer
    platform.answer = async (call) => {
      if (call.path === '/api/physician/session') return issue(call)
      const good = call.headers['authorization'] === 'Bearer t2'
      return good
        ? { status: 200, body: { ok: true } }
        : { status: 401, body: { code: 'session-expired', message: '', requestId: 'r' } }
    }
    expect(await session.call('physicianPatients')).toEqual({ ok: true })
  })

  it('stays signed out until the person signs in again', async () => {
    const { platform, session } = opened()
    await session.start()
    session.signOut()
    expect(await session.current()).toBeNull()
    expect(await session.renew()).toBeNull()
    const again = createSession(platform)
    await again.start()
    expect(again.state()).toEqual({ kind: 'signed-out' })
    await again.signIn()
    expect(again.state().kind).toBe('signed-in')
  })

  it('tells why it was refused, with the hint of the host', async () => {
    const { platform, session } = opened()
    platform.answer = async () => ({
      status: 401,
      body: { code: 'sign-in-failed', message: 'm', hint: '请联系科室管理员', requestId: 'r' },
    })
    await session.start()
    expect(session.state()).toEqual({ kind: 'refused', code: 'sign-in-failed', hint: '请联系科室管理员' })
  })

  it('tells its listeners and forgets those who left', async () => {
    const { session } = opened()
    const seen: string[] = []
    const stop = session.subscribe(() => void seen.push(session.state().kind))
    await session.start()
    stop()
    session.signOut()
    expect(seen).toEqual(['signed-in'])
  })
})
