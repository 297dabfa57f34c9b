import { randomUUID } from 'node:crypto'
import { during } from '../testing/faults'
import { addUser, enrol, openAssistant, received, saySettled } from '../testing/patient-steps'
import type { Invited } from '../testing/patient-steps'
import { signInPhysician } from '../testing/sign-in'
import { createWorld } from '../testing/world'
import type { Answer, World } from '../testing/world'
import { conversationId } from './conversation-id'
import { sendKf } from './send-kf'

/** The kf window: 48 hours and five messages since the patient wrote. The fifth is for a hand-over or red-flag text only. */
let world: World
let patient: Invited
let token: string
let people = 0
beforeAll(async () => {
  world = await createWorld()
  token = await signInPhysician(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  patient = await enrol(world, addUser(world, `window${people++}`))
  await openAssistant(world, patient)
})

const reply = (text: string): Promise<Answer> =>
  world.call('POST', `/api/physician/patients/${patient.patientId}/replies`, {
    token,
    body: { text, clientId: randomUUID() },
  })
const talk = (): string => conversationId('type-2-diabetes', patient.patientId)
const got = async (): Promise<string[]> => (await received(world, patient.user)).slice(1) // after the chat's own welcome
const ask = (): Promise<void> => saySettled(world, patient.user, '餐后血糖多少算正常')
const window = async () =>
  (await world.call('GET', `/api/physician/patients/${patient.patientId}`, { token })).body.patient.window
const session = () => {
  const found = world.sandbox.world.kfSessions.find(({ user }) => user === patient.user)
  if (!found) throw new Error('no session')
  return found
}

it('lets four ordinary messages through, keeps the fifth for a hand-over, and sends no sixth', async () => {
  await ask()
  for (const text of ['一', '二', '三']) expect((await reply(text)).status).toBe(200)
  expect(await window()).toMatchObject({ open: true, left: 0 })
  expect(await reply('四')).toMatchObject({ status: 200, body: { via: 'miniChat', told: 'no-credit' } })
  expect(await got()).toHaveLength(4)

  const text = {
    conversationId: talk(),
    patientId: patient.patientId,
    author: { kind: 'assistant' as const },
    text: '已转给医生',
    at: world.host.product.clock.instant(),
  }
  expect(await sendKf(world.host.product, { ...text, id: `ho_${people}`, purpose: 'hand-over' })).toEqual({
    kind: 'sent',
  })
  expect(await sendKf(world.host.product, { ...text, id: `hp_${people}`, purpose: 'hand-over' })).toEqual({
    kind: 'no-window',
    why: 'spent',
  })
  expect(await got()).toHaveLength(5)
  expect(session().sentSincePatient).toBe(5)

  await ask() // a person answers now, so the assistant keeps quiet
  expect(await window()).toMatchObject({ open: true, left: 4 })
})

it('sends nothing through kf before the patient has written', async () => {
  expect(await reply('您好')).toMatchObject({ status: 200, body: { via: 'miniChat' } })
  expect(await got()).toEqual([])
})

it('sends nothing through kf when 48 hours are over, and again once the patient writes', async () => {
  await ask()
  await world.sandbox.control('advance', { by: '48h' })
  await world.sandbox.control('advance', { by: '1s' })
  const before = await got()
  expect(await window()).toMatchObject({ open: false, left: 0 })
  expect(await reply('您好')).toMatchObject({ status: 200, body: { via: 'miniChat' } })
  expect(await got()).toEqual(before)
  await ask()
  expect((await reply('您好')).body.via).toBe('kf')
})

it('believes WeCom when it says that the window closed earlier than we thought', async () => {
  await ask()
  session().lastPatientAt = world.sandbox.clock.now() - 49 * 3_600_000
  const refused = await reply('您好')
  expect(refused.body.message).toMatchObject({ state: 'failed', failure: { code: 'window-closed' } })
  expect(await window()).toMatchObject({ open: false })
})

it('does not answer into a session that a person took in the WeCom client, and spends nothing', async () => {
  await ask()
  session().state = 3
  const refused = await reply('您好')
  expect(refused.body).toMatchObject({
    message: { state: 'failed', failure: { code: 'state-forbids' } },
    window: { left: 3 },
  })
  expect(await got()).toHaveLength(1)
  session().state = 1
  expect((await reply('您好')).body).toMatchObject({ message: { state: 'sent' }, window: { left: 2 } })
})

it('marks a reply failed that WeCom took and then could not deliver', async () => {
  await ask()
  const sent = await during(world, 'kfSendFail', { next: 1, failType: 10 }, () => reply('收到'))
  // WeCom may report the failure before the reply itself is answered.
  expect(['sent', 'failed']).toContain(sent.body.message.state)
  await world.settle()
  const page = await world.call('GET', `/api/physician/patients/${patient.patientId}`, { token })
  const items = page.body.timeline.filter(
    (item: { kind: string; message?: { id: string } }) =>
      item.kind === 'message' && item.message?.id === sent.body.message.id,
  )
  expect(items).toEqual([
    expect.objectContaining({
      message: expect.objectContaining({
        state: 'failed',
        failure: expect.objectContaining({ code: 'patient-rejects' }),
      }),
    }),
  ])
})

it('marks a follow-up failed, with its reason, that WeCom took and then could not deliver', async () => {
  await ask()
  const first = async () =>
    (await world.host.product.repositories.touchpoints.ofPatient(patient.patientId)).find(
      ({ stepId }) => stepId === 'first-check',
    )
  const due = (await first())?.due ?? ''
  await during(world, 'kfSendFail', { next: 1_000, failType: 4 }, () =>
    world.sandbox.control('advance', { to: `${due.slice(0, 10)}T09:40:00.000Z` }),
  )
  await world.settle()
  expect(await first()).toMatchObject({
    state: 'failed',
    reason: { code: 'delivery-failed', params: { why: 'kf-window-closed' } },
  })
  expect((await first())?.history.map(({ to }) => to)).toEqual([
    'planned',
    'due',
    'planned',
    'due',
    'claimed',
    'delivered',
    'failed',
  ])
  expect((await got()).filter((text) => text.includes('回家第一天'))).toEqual([])
})
