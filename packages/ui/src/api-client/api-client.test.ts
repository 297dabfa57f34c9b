import { addressOf, createApiClient, type HttpAnswer, type HttpRequest, type Session } from './api-client'

const play = (...answers: (HttpAnswer | Error)[]) => {
  const sent: HttpRequest[] = []
  const client = (session: Partial<Session> = {}) =>
    createApiClient(
      async (request) => {
        sent.push(request)
        const answer = answers.shift() ?? new Error('no answer left')
        if (answer instanceof Error) throw answer
        return answer
      },
      { current: async () => 'old', renew: async () => 'new', ...session },
    ).call
  return { sent, client }
}
const refused = { status: 401, body: { code: 'session-expired', message: '', requestId: 'r' } }

test('an address carries parameters and query, encoded, without what is undefined', () => {
  expect(addressOf('/a/:id/b', { id: 'x/y' }, { after: '1&2', since: undefined })).toBe('/a/x%2Fy/b?after=1%262')
  expect(addressOf('/a')).toBe('/a')
})

test('a call sends the token and JSON, and gives the body back', async () => {
  const { sent, client } = play({ status: 200, body: { me: 1 } })
  await expect(client()('withdraw', { params: { id: 'en-1' }, body: { reason: 'x' } })).resolves.toEqual({ me: 1 })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/api/patient/enrolments/en-1/withdraw',
      headers: { 'content-type': 'application/json', authorization: 'Bearer old' },
      body: '{"reason":"x"}',
    },
  ])
})

test('a file goes as it is', async () => {
  const { sent, client } = play({ status: 200, body: {} })
  const file = new Uint8Array([1, 2]).buffer
  await client()('patientGlucoseImport', { query: { mode: 'preview', fileName: 'a.csv' }, file })
  expect(sent[0]?.headers['content-type']).toBe('application/octet-stream')
  expect(sent[0]?.body).toBe(file)
})

test('a refused session is renewed once and the call repeated', async () => {
  const { sent, client } = play(refused, { status: 200, body: { ok: true } })
  await client()('patientMe')
  expect(sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new'])
})

test('refused twice is a failure, not a loop', async () => {
  const { sent, client } = play(refused, refused)
  await expect(client()('patientMe')).rejects.toMatchObject({ code: 'session-expired' })
  expect(sent).toHaveLength(2)
})

test.each(['patientSignIn', 'familySignIn'] as const)('%s sends no token and renews nothing', async (signIn) => {
  const { sent, client } = play({ status: 401, body: { code: 'sign-in-failed', message: '', requestId: 'r' } })
  await expect(client()(signIn, { body: { code: 'c' } })).rejects.toMatchObject({ code: 'sign-in-failed' })
  expect(sent).toHaveLength(1)
  expect(sent[0]?.headers.authorization).toBeUndefined()
})

test('the error envelope keeps code, field and hint', async () => {
  const body = { code: 'bad-request', message: 'm', field: 'preferences.hour', hint: '请选', requestId: 'r9' }
  const { client } = play({ status: 400, body })
  await expect(client()('patientMe')).rejects.toMatchObject({
    code: 'bad-request',
    field: 'preferences.hour',
    hint: '请选',
    requestId: 'r9',
  })
})

test.each([
  ['nothing answers', new Error('timeout'), 'unreachable'],
  ['a proxy answers a page', { status: 502, body: undefined }, 'internal'],
  ['an unknown refusal', { status: 418, body: { tea: true } }, 'not-understood'],
  ['success without JSON', { status: 200, body: undefined }, 'not-understood'],
] as const)('%s', async (_, answer, code) => {
  const { client } = play(answer)
  await expect(client()('patientMe')).rejects.toMatchObject({ name: 'ApiFailure', code })
})
