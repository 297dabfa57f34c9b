import { ApiFailure } from './api-failure'
import { createCall } from './call'

const answering = (status: number, body: unknown) => {
  const seen: { address: string; init: RequestInit }[] = []
  const fetcher = ((address: string, init: RequestInit) => {
    seen.push({ address, init })
    return Promise.resolve({
      ok: status < 300,
      status,
      json: () => (body === undefined ? Promise.reject(new Error('no body')) : Promise.resolve(body)),
    } as Response)
  }) as typeof fetch
  const signedOut: string[] = []
  return { seen, signedOut, call: createCall(fetcher, (code) => signedOut.push(code)) }
}
const envelope = (code: string, more = {}) => ({ code, message: 'm', requestId: 'r1', ...more })

it('fills the path and leaves empty query values out', async () => {
  const { call, seen } = answering(200, { rows: [], next: null, total: 0 })
  await call('consolePatients', { query: { q: '', status: undefined, limit: 50 } })
  expect(seen[0]!.address).toBe('/api/console/patients?limit=50')
  const other = answering(404, envelope('not-found'))
  await other.call('consolePatient', { params: { id: 'a/b' } }).catch(() => {})
  expect(other.seen[0]!.address).toBe('/api/console/patients/a%2Fb')
})

it('names the console on every request and keeps the cookie on its own origin', async () => {
  const { call, seen } = answering(200, { ways: ['wecom'] })
  await call('consoleSignInWays')
  expect(seen[0]!.init).toMatchObject({
    method: 'GET',
    credentials: 'same-origin',
    headers: { 'x-suixing': 'console' },
  })
  expect(seen[0]!.init.body).toBeUndefined()
})

it('sends a file as it is and JSON as JSON', async () => {
  const { call, seen } = answering(500, envelope('internal'))
  const file = new Blob(['a'])
  await call('consoleGlucoseImport', {
    params: { id: 'p' },
    query: { mode: 'preview', fileName: 'a.csv' },
    file,
  }).catch(() => {})
  await call('createContactWay', { params: { id: 'p' }, body: { physicianId: 's' } }).catch(() => {})
  expect(seen[0]!.init.body).toBe(file)
  expect(seen[0]!.init.headers).toMatchObject({ 'content-type': 'application/octet-stream' })
  expect(seen[1]!.init.body).toBe('{"physicianId":"s"}')
})

it('throws the envelope of an error', async () => {
  const { call } = answering(422, envelope('unit-unsure', { field: 'unit', hint: 'h' }))
  await expect(call('programmes')).rejects.toMatchObject({
    code: 'unit-unsure',
    detail: { field: 'unit', hint: 'h', requestId: 'r1' },
  })
})

it.each([
  ['not-signed-in', ['not-signed-in']],
  ['session-expired', ['session-expired']],
  ['sign-in-failed', []],
])('tells once that the session is gone, not that a sign-in failed: %s', async (code, told) => {
  const { call, signedOut } = answering(401, envelope(code))
  await expect(call('programmes')).rejects.toBeInstanceOf(ApiFailure)
  expect(signedOut).toEqual(told)
})

it.each([
  [401, 'not-signed-in'],
  [502, 'outside-unavailable'],
  [418, 'unexpected-answer'],
])('reads a %i without an envelope', async (status, code) => {
  const { call } = answering(status, undefined)
  await expect(call('programmes')).rejects.toMatchObject({ code })
})

it('refuses an answer that is not in the contract', async () => {
  const { call } = answering(200, { programmes: [{ id: 'x' }] })
  await expect(call('programmes')).rejects.toMatchObject({ code: 'unexpected-answer' })
})

it('says that no answer came', async () => {
  const call = createCall(
    () => Promise.reject(new TypeError('failed to fetch')),
    () => {},
  )
  await expect(call('programmes')).rejects.toMatchObject({ code: 'unreachable' })
})
