import { away } from '../testing/faults'
import { enrol, openAssistant, received, saySettled } from '../testing/patient-steps'
import type { Invited } from '../testing/patient-steps'
import { createWorld } from '../testing/world'
import type { World } from '../testing/world'

/** WeCom does not answer while a follow-up is sent in the evening: whether it arrived is unknown, and night comes. */
let world: World
let patient: Invited
beforeEach(async () => {
  world = await createWorld()
  patient = await enrol(world, 'wangxiulan')
  await openAssistant(world, patient)
  await saySettled(world, patient.user, '餐后血糖多少算正常')
})
afterEach(() => world.close())

const to = (instant: string): Promise<unknown> => world.sandbox.control('advance', { to: instant })
const first = async () =>
  (await world.host.product.repositories.touchpoints.ofPatient(patient.patientId)).find(
    ({ stepId }) => stepId === 'first-check',
  )
const followUps = async (): Promise<number> =>
  (await received(world, patient.user)).filter((text) => text.includes('回家第一天')).length

it('is sent again next evening, not at night, and arrives once', async () => {
  await away(world, 'kf/send_msg', () => to('2026-11-24T13:30:00.000Z'))
  expect(await first()).toMatchObject({ state: 'claimed' })
  await world.endLeases()
  await to('2026-11-25T01:00:00.000Z')
  expect([await followUps(), (await first())?.state]).toEqual([0, 'claimed'])
  await to('2026-11-25T01:59:00.000Z')
  expect(await followUps()).toBe(0)
  // The window of 48 hours is over by the evening, so the patient writes again.
  await saySettled(world, patient.user, '早上好')
  await to('2026-11-25T09:31:00.000Z')
  expect([await followUps(), (await first())?.state]).toEqual([1, 'delivered'])
})

it('is not sent to a patient who opted out meanwhile: nobody knows whether it arrived, so a person decides', async () => {
  await away(world, 'kf/send_msg', () => to('2026-11-24T09:35:00.000Z'))
  const optOut = await world.call('POST', '/api/patient/opt-outs', {
    token: patient.token,
    body: { scope: { all: true } },
  })
  expect(optOut.status).toBe(200)
  await world.endLeases()
  await to('2026-11-24T10:30:00.000Z')
  expect([await followUps(), (await first())?.state, (await first())?.reason.code]).toEqual([
    0,
    'uncertain',
    'outcome-unknown',
  ])
  expect(
    (await world.documents('messages')).filter(({ touchpointId }) => touchpointId !== null).map(({ state }) => state),
  ).toEqual(['failed'])
})
