import type { FollowedClock } from '../platform/clock'
import { killable } from '../testing/kill'
import { addUser, enrol, openAssistant, received, saySettled } from '../testing/patient-steps'
import type { Invited } from '../testing/patient-steps'
import { createWorld } from '../testing/world'
import type { World } from '../testing/world'

/** Follow-ups of many patients are due at one instant, and the host dies at each of them, every time one call later. */
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

it.each([
  {
    reach: 'by chat',
    inChat: true,
    count: 13,
    state: 'delivered',
    messages: 1,
    dies: [
      'agenda.claim',
      'conversations.reserve',
      'touchpoints.transition',
      'messages.keep',
      'wecom.kf.send.message',
      'messages.settle',
      'identities.touch',
    ],
  },
  {
    reach: 'by a person',
    inChat: false,
    count: 9,
    state: 'handed-over',
    messages: 0,
    dies: ['agenda.claim', 'touchpoints.transition', 'identities.touch', 'agenda.finish'],
  },
])('$reach: each patient gets theirs, and none twice', async ({ inChat, count, state, messages, dies }) => {
  const patients: Invited[] = []
  for (let at = 0; at < count; at++) {
    const patient = await enrol(world, addUser(world, `${state}${at}`))
    if (inChat) {
      await openAssistant(world, patient)
      await saySettled(world, patient.user, '餐后血糖多少算正常')
    }
    patients.push(patient)
  }
  await toNextFollowUp()
  const host = killable(world)
  const { workshop } = world.host.product
  const died: string[] = []
  for (let nth = 1; ; nth++) {
    const from = host.calls.length
    host.killAfter(nth)
    workshop.nudge('patients')
    await workshop.idle()
    if (!host.isDead) break
    died.push(host.calls[from + nth - 1] ?? '')
    host.revive() // whoever was under way is still leased, so the next patient begins from the beginning
  }
  host.revive()
  expect(died).toEqual(expect.arrayContaining(dies))
  await world.endLeases()
  await world.sandbox.control('advance', { by: '2m' })
  for (const { user, patientId } of patients) {
    const [first] = await world.host.product.repositories.touchpoints.ofPatient(patientId)
    const arrived = (await received(world, user)).filter((text) => text.includes('回家第一天'))
    expect([user, first?.state, arrived.length]).toEqual([user, state, messages])
  }
  await world.restart()
})

/** Sets the host's clock alone, so that nothing runs before the test says so. */
async function toNextFollowUp(): Promise<void> {
  const tomorrow = new Date(Date.parse(world.host.product.clock.instant()) + 86_400_000).toISOString().slice(0, 10)
  const due = `${tomorrow}T09:30:00.000Z`
  await world.sandbox.control('advance', { to: `${tomorrow}T09:29:59.999Z` })
  ;(world.host.product.clock as FollowedClock).set({ now: due, mode: 'frozen' })
}
