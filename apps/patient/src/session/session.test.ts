import { MemoryPlatform } from '../platform/memory-platform'
import { createSession } from './session'

const play = (linked = true) => {
  const phone = new MemoryPlatform()
  const signIns: object[] = []
  const start = () =>
    createSession(phone, async (body) => {
      signIns.push(body)
      return { token: `t${signIns.length}`, expiresAt: '2026-12-24T01:00:00.000Z', linked }
    })
  return { phone, signIns, start }
}

test('signs in once for all who ask at the same time, and keeps the token on the phone', async () => {
  const { signIns, start } = play()
  const session = start()
  expect(await Promise.all([session.current(), session.current(), session.linked()])).toEqual(['t1', 't1', true])
  expect(await start().current()).toBe('t1')
  expect(signIns).toEqual([{ code: 'code-1' }])
})

test('a card not used yet signs in again with its key, the same card only once', async () => {
  const { phone, signIns, start } = play()
  await start().current()
  phone.launch = { entry: 'card-key' }
  const session = start()
  expect(await session.current()).toBe('t2')
  expect(await session.current()).toBe('t2')
  expect(await start().current()).toBe('t2')
  expect(signIns).toEqual([{ code: 'code-1' }, { code: 'code-2', entry: 'card-key' }])
})

test('renewing signs in anew', async () => {
  const { start } = play()
  const session = start()
  await session.current()
  expect(await session.renew()).toBe('t2')
  expect(await session.current()).toBe('t2')
})

test('somebody unknown is tried again at the next start', async () => {
  const { phone, start } = play(false)
  const session = start()
  expect(await session.linked()).toBe(false)
  expect(phone.storage.read('session')).toBeNull()
  expect(await start().current()).toBe('t2')
})

test('what is kept and cannot be read is signed in over', async () => {
  const { phone, start } = play()
  phone.storage.write('session', '{broken')
  expect(await start().current()).toBe('t1')
})

test('a sign-in that failed is not remembered', async () => {
  const phone = new MemoryPlatform()
  let down = true
  const session = createSession(phone, async () => {
    if (down) throw new Error('down')
    return { token: 't', expiresAt: '', linked: true }
  })
  await expect(session.current()).rejects.toThrow('down')
  down = false
  expect(await session.current()).toBe('t')
})
