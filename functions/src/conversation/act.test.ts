import { saySettled } from '../testing/patient-steps'
import { signInPhysician } from '../testing/sign-in'
import { KNOWN, PROGRAMME, UNKNOWN, colleague, heard, talker } from '../testing/talk-steps'
import type { Colleague, Talker } from '../testing/talk-steps'
import { createWorld } from '../testing/world'
import type { Answer, World } from '../testing/world'

/** What people of the team do with a conversation. */
let world: World
let lin: Colleague
let chen: Colleague
let zhou: Colleague
let patient: Talker
let people = 0
beforeAll(async () => {
  world = await createWorld()
  lin = colleague(world, { token: await signInPhysician(world) })
  chen = colleague(world, { token: await signInPhysician(world, 'chensiyuan') })
  zhou = colleague(world, { cookie: await world.signInConsole('zhouning') })
})
afterAll(() => world.close())
beforeEach(async () => {
  patient = await talker(world, `act${people++}`)
  await saySettled(world, patient.user, UNKNOWN)
})
const row = async () => (await world.host.product.repositories.conversations.byId(patient.talk)) as any
const own = (path: string): Promise<Answer> => world.call('GET', path, { token: patient.token })
const assign = async (to: string | null): Promise<Answer> =>
  world.call('POST', `/api/console/conversations/${encodeURIComponent(patient.talk)}/assignee`, {
    cookie: await world.signInConsole(),
    body: { to },
  })

it('two take it at once: one has it, the other is told who was first', async () => {
  const both = await Promise.all([
    lin.act(patient.talk, { action: 'take' }),
    zhou.act(patient.talk, { action: 'take' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const lost = both.find(({ status }) => status === 409)
  expect(lost?.body).toMatchObject({ code: 'taken-by-other' })
  const { assignedTo, state } = await row()
  expect(['linzhiyuan', 'zhouning']).toContain(assignedTo)
  expect(state).toBe('person')
  // The same tap twice is one.
  const winner = assignedTo === 'linzhiyuan' ? lin : zhou
  expect((await winner.act(patient.talk, { action: 'take' })).status).toBe(200)
})

it('two who step in unasked at once begin one hand-over', async () => {
  await saySettled(world, patient.user, UNKNOWN)
  await lin.act(patient.talk, { action: 'give-back' })
  await Promise.all([lin.act(patient.talk, { action: 'take' }), zhou.act(patient.talk, { action: 'take' })])
  const rows = await world.documents('handovers', { conversationId: patient.talk })
  expect(rows.map(({ because }) => because).sort()).toEqual(['doubt', 'taken'])
})

it('given back: the assistant answers again, says so, and asks how it was, once', async () => {
  await lin.act(patient.talk, { action: 'take' })
  await saySettled(world, patient.user, KNOWN)
  expect((await heard(world, patient.user)).at(-1)).not.toContain('10.0 mmol/L')
  const back = await lin.act(patient.talk, { action: 'give-back' })
  expect(back.body.conversation).toMatchObject({ state: 'assistant', assignedTo: null, waitingSince: null })
  expect(back.body.messages.at(-1)).toMatchObject({
    author: { kind: 'assistant' },
    content: { kind: 'menu', items: [{ text: '帮到我了' }, { text: '一般' }, { text: '没有帮到' }] },
  })
  expect((await lin.act(patient.talk, { action: 'give-back' })).status).toBe(200)
  const texts = await heard(world, patient.user)
  expect(texts.filter((text) => text.includes('先聊到这里'))).toHaveLength(1)
  expect(await world.documents('handovers', { conversationId: patient.talk })).toEqual([
    expect.objectContaining({ closedBy: 'linzhiyuan', askedAt: expect.any(String) }),
  ])
  await world.sandbox.control('advance', { by: '31m' })
  await saySettled(world, patient.user, KNOWN)
  expect((await heard(world, patient.user)).at(-1)).toContain('10.0 mmol/L')
})

it('passed to a colleague with a note, which nobody but staff ever sees', async () => {
  await lin.act(patient.talk, { action: 'take' })
  expect((await chen.page(patient.talk)).status).toBe(403)
  const passed = await lin.act(patient.talk, { action: 'pass', to: 'chensiyuan', note: '疑似神经病变，请看' })
  expect(passed.body.messages.at(-1)).toMatchObject({
    channel: 'note',
    text: '转给陈思远 副主任医师：疑似神经病变，请看',
  })
  const seen = await chen.page(patient.talk)
  expect(seen.body.conversation).toMatchObject({ state: 'waiting', assignedTo: { id: 'chensiyuan' } })
  expect((await chen.inbox('?filter=mine')).body.rows.map(({ id }: { id: string }) => id)).toContain(patient.talk)
  for (const path of [`/api/patient/messages?programmeId=${PROGRAMME}`, '/api/patient/today', '/api/patient/me'])
    expect(JSON.stringify((await own(path)).body)).not.toMatch(/神经病变|转给陈思远/)
  expect((await heard(world, patient.user)).join()).not.toMatch(/神经病变|转给陈思远/)
  await saySettled(world, patient.user, '医生在吗')
  expect(JSON.stringify((await lin.inbox('?filter=all')).body)).not.toContain('神经病变')
})

it('read: up to what was said, and never further', async () => {
  expect((await lin.inbox('?filter=all')).body.rows[0]).toMatchObject({ id: patient.talk, unread: 1 })
  await lin.act(patient.talk, { action: 'read', upTo: '2030-01-01T00:00:00.000Z' })
  expect((await lin.inbox('?filter=all')).body.rows[0]).toMatchObject({ id: patient.talk, unread: 0 })
  await world.sandbox.control('advance', { by: '1m' })
  await saySettled(world, patient.user, '还有一个问题')
  await saySettled(world, patient.user, '在吗')
  expect((await lin.inbox('?filter=all')).body.rows[0]).toMatchObject({ id: patient.talk, unread: 2 })
})

it('labelled: each once, and gone when taken away', async () => {
  const labelled = await lin.act(patient.talk, { action: 'label', labels: ['足部', '复诊', '足部'] })
  expect(labelled.body.conversation.labels).toEqual(['足部', '复诊'])
  const found = await lin.inbox(`?filter=all&label=${encodeURIComponent('足部')}`)
  expect(found.body.rows.map(({ id }: { id: string }) => id)).toEqual([patient.talk])
  expect(found.body.labels).toEqual(['复诊', '足部'])
  expect((await lin.act(patient.talk, { action: 'label', labels: [] })).body.conversation.labels).toEqual([])
})

it('snoozed: out of those who wait until its time, or until the patient says something', async () => {
  const waiting = async () =>
    (await lin.inbox()).body.rows.map(({ id }: { id: string }) => id).includes(patient.talk) as boolean
  const until = (minutes: number) =>
    new Date(Date.parse(world.host.product.clock.instant()) + minutes * 60_000).toISOString()
  expect(await waiting()).toBe(true)
  await lin.act(patient.talk, { action: 'snooze', until: until(30) })
  expect(await waiting()).toBe(false)
  expect((await lin.inbox('?filter=snoozed')).body).toMatchObject({
    counts: { snoozed: 1 },
    rows: [{ id: patient.talk }],
  })
  await world.sandbox.control('advance', { by: '30m' })
  expect(await waiting()).toBe(true)
  await lin.act(patient.talk, { action: 'snooze', until: until(30) })
  await saySettled(world, patient.user, '更麻了')
  expect(await waiting()).toBe(true)
  await lin.act(patient.talk, { action: 'snooze', until: until(30) })
  await lin.act(patient.talk, { action: 'snooze', until: null })
  expect(await waiting()).toBe(true)
})

it('assigned in the console, to somebody or to nobody', async () => {
  expect((await assign('chensiyuan')).body.conversation.assignedTo).toMatchObject({ name: '陈思远' })
  expect((await chen.page(patient.talk)).status).toBe(200)
  expect((await assign(null)).body.conversation.assignedTo).toBeNull()
  expect(await assign('xuke')).toMatchObject({ status: 400, body: { code: 'bad-request', field: 'body.to' } })
  expect(await assign('nobody')).toMatchObject({ status: 400, body: { field: 'body.to' } })
})

it.each([
  [{ action: 'pass', to: 'nobody' }, 'body.to'],
  [{ action: 'pass', to: 'xuke' }, 'body.to'],
  [{ action: 'pass', to: 'chensiyuan', note: '长'.repeat(201) }, 'body.note'],
  [{ action: 'read', upTo: 'yesterday' }, 'body.upTo'],
  [{ action: 'label', labels: ['x'.repeat(21)] }, 'body.labels.0'],
  [{ action: 'label', labels: [' '] }, 'body.labels.0'],
  [{ action: 'label', labels: Array.from({ length: 11 }, (_, n) => `${n}`) }, 'body.labels'],
  [{ action: 'snooze', until: '2026-01-01T00:00:00.000Z' }, 'body.until'],
  [{ action: 'dance' }, 'body.action'],
  [{}, 'body.action'],
])('%j names %s', async (body, field) => {
  expect(await lin.act(patient.talk, body)).toMatchObject({ status: 400, body: { code: 'bad-request', field } })
})

it('is nobody else’s business: another physician, a patient, a stranger, an id that is none', async () => {
  const forbidden = { status: 403, body: { code: 'forbidden' } }
  const other = await talker(world, `act${people++}`, 'chensiyuan')
  expect(await lin.page(other.talk)).toMatchObject(forbidden)
  expect(await lin.act(other.talk, { action: 'take' })).toMatchObject(forbidden)
  expect(await lin.page('nothing:here')).toMatchObject(forbidden)
  expect((await zhou.page(other.talk)).status).toBe(200)
  const asPatient = colleague(world, { token: patient.token })
  expect((await asPatient.page(patient.talk)).status).toBe(401)
  expect(
    (await world.call('GET', '/api/physician/conversations/%E0%A4%A', { token: await signInPhysician(world) })).status,
  ).toBe(400)
})
