import { randomUUID } from 'node:crypto'
import { demo } from '@suixing/sandbox'
import { addUser, enrol, openAssistant, saySettled } from '../testing/patient-steps'
import type { Invited } from '../testing/patient-steps'
import { signInPhysician } from '../testing/sign-in'
import { createWorld } from '../testing/world'
import type { Answer, World } from '../testing/world'

let world: World
let patient: Invited
let people = 0
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  patient = await enrol(world, addUser(world, `family${people++}`))
})

const invite = async (): Promise<string> => {
  const body = { name: '王芳', relation: '女儿' }
  const invited = await world.call('POST', '/api/patient/family-invites', { token: patient.token, body })
  return new URLSearchParams(invited.body.page.split('?')[1]).get('invite') ?? ''
}
const signIn = async (user: string, key?: string): Promise<Answer> => {
  const { code } = (await world.sandbox.control('login', { user, appid: demo.miniPrograms.patient.appid })) as {
    code: string
  }
  return world.call('POST', '/api/family/session', { body: { code, ...(key ? { invite: key } : {}) } })
}
const messages = (token: string) => world.call('GET', '/api/family/messages', { token })
const say = (token: string, text: string, clientId: string = randomUUID()) =>
  world.call('POST', '/api/family/messages', { token, body: { text, clientId } })

it('a daughter who was invited sees the conversation, writes in it under her name, and once', async () => {
  await openAssistant(world, patient)
  await saySettled(world, patient.user, '我这两天脚有点麻，要紧吗')
  const session = (await signIn(addUser(world, `daughter${people}`), await invite())).body
  expect(session).toMatchObject({ member: { name: '王芳', relation: '女儿' } })
  const seen = await messages(session.token)
  expect(seen.body.messages.map(({ text }: { text: string }) => text)).toContain('我这两天脚有点麻，要紧吗')
  const clientId = randomUUID()
  await say(session.token, '她昨晚没睡好，周四能来看吗', clientId)
  await say(session.token, '她昨晚没睡好，周四能来看吗', clientId)
  const token = await signInPhysician(world)
  const page = await world.call('GET', `/api/physician/conversations/type-2-diabetes:${patient.patientId}`, { token })
  const hers = page.body.messages.filter(({ author }: { author: { kind: string } }) => author.kind === 'family')
  expect(hers).toHaveLength(1)
  expect(hers[0]).toMatchObject({ author: { name: '王芳', relation: '女儿' }, text: '她昨晚没睡好，周四能来看吗' })
})

it('an internal note stays inside', async () => {
  const session = (await signIn(addUser(world, `daughter${people}`), await invite())).body
  await say(session.token, '您好')
  const token = await signInPhysician(world)
  await world.call('POST', `/api/physician/conversations/type-2-diabetes:${patient.patientId}/messages`, {
    token,
    body: { kind: 'note', text: '只给同事看', clientId: randomUUID() },
  })
  expect(JSON.stringify((await messages(session.token)).body)).not.toContain('只给同事看')
})

it('an invitation is for one person, and opens nothing but the conversation', async () => {
  const key = await invite()
  const daughter = addUser(world, `daughter${people}`)
  const { token } = (await signIn(daughter, key)).body
  expect((await signIn(addUser(world, `neighbour${people}`), key)).body.code).toBe('identity-not-linked')
  expect((await signIn(daughter)).status).toBe(200)
  for (const path of ['/api/patient/me', '/api/patient/glucose', '/api/patient/messages', '/api/patient/family'])
    expect((await world.call('GET', path, { token })).status).toBe(401)
  expect((await messages(patient.token)).status).toBe(401)
})

it('ends at the next call when the patient says so, or leaves the programme', async () => {
  const key = await invite()
  const { token } = (await signIn(addUser(world, `daughter${people}`), key)).body
  const listed = await world.call('GET', '/api/patient/family', { token: patient.token })
  expect(listed.body.members).toEqual([expect.objectContaining({ id: key, name: '王芳' })])
  const removed = await world.call('DELETE', `/api/patient/family/${key}`, { token: patient.token })
  expect(removed.body.members).toEqual([])
  expect((await messages(token)).status).toBe(403)

  const other = (await signIn(addUser(world, `son${people}`), await invite())).body.token
  expect((await messages(other)).status).toBe(200)
  await world.call('POST', `/api/patient/enrolments/${patient.enrolmentId}/withdraw`, {
    token: patient.token,
    body: {},
  })
  expect((await messages(other)).status).toBe(403)
})

it("somebody else's member cannot be removed, and nobody invites before they have joined", async () => {
  const key = await invite()
  await signIn(addUser(world, `daughter${people}`), key)
  const stranger = await enrol(world, addUser(world, `other${people++}`))
  expect((await world.call('DELETE', `/api/patient/family/${key}`, { token: stranger.token })).status).toBe(403)
})
