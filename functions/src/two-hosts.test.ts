import { randomUUID } from 'node:crypto'
import type { Host } from './host'
import {
  addUser,
  addUsers,
  contactWay,
  enrol,
  openAssistant,
  received,
  saySettled,
  welcomes,
} from './testing/patient-steps'
import type { Invited } from './testing/patient-steps'
import { seal } from './testing/sealed-callback'
import { signInPhysician } from './testing/sign-in'
import { createWorld } from './testing/world'
import type { World } from './testing/world'

/** Two hosts over one database and one WeCom, told the same things at the same time. */
let world: World
let other: Host
beforeAll(async () => {
  world = await createWorld()
  await contactWay(world)
  other = await world.addHost()
})
afterAll(() => world.close())

const urls = (): string[] => [world.url, `http://127.0.0.1:${other.port}`]

it('both take in the same events, three copies each: one patient, one enrolment, one welcome', async () => {
  const users = addUsers(world, 10)
  await world.sandbox.control('callback-url', { url: null })
  for (const user of users) await world.sandbox.control('scan', { user, state: await contactWay(world) })
  const events = world.sandbox.world.pushes.map(({ xml }) => xml).filter((xml) => xml.includes('add_external_contact'))
  expect(events).toHaveLength(10)
  const statuses = await Promise.all(
    [...events, ...events, ...events].flatMap((xml) =>
      urls().map(async (url) => {
        const { query, body } = seal(xml)
        return (await fetch(`${url}/callbacks/wecom?${new URLSearchParams(query)}`, { method: 'POST', body })).status
      }),
    ),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
  await world.sandbox.control('callback-url', { url: `${world.url}/callbacks/wecom` })
  await world.settle()
  expect(await Promise.all(users.map(async (user) => (await welcomes(world, user)).length))).toEqual(users.map(() => 1))
  expect(await world.documents('enrolments')).toHaveLength(10)
  expect(await world.documents('inbox')).toHaveLength(10)
})

it('thirty follow-ups of fifteen patients are each sent once', async () => {
  const patients: Invited[] = []
  const users = Array.from({ length: 15 }, (_, at) => addUser(world, `follow${at}`))
  for (const user of users) {
    const patient = await enrol(world, user)
    await openAssistant(world, patient)
    await saySettled(world, user, '餐后血糖多少算正常')
    patients.push(patient)
  }
  const follow = async (what: string): Promise<number[]> =>
    Promise.all(
      patients.map(async ({ user }) => (await received(world, user)).filter((text) => text.includes(what)).length),
    )
  await world.sandbox.control('advance', { to: '2026-11-24T09:31:00.000Z' })
  expect(await follow('回家第一天')).toEqual(patients.map(() => 1))
  for (const { user } of patients) await saySettled(world, user, '餐后血糖多少算正常')
  await world.sandbox.control('advance', { to: '2026-11-25T09:31:00.000Z' })
  for (const { patientId } of patients) {
    const rows = await world.host.product.repositories.touchpoints.ofPatient(patientId)
    expect(rows.map(({ state }) => state)).toEqual(['answered', 'delivered'])
    for (const { history } of rows) expect(history.filter(({ to }) => to === 'claimed')).toHaveLength(1)
  }
  const sent = (await world.documents('messages')).filter(({ touchpointId }) => touchpointId !== null)
  expect(sent).toHaveLength(30)
  expect(new Set(sent.map(({ touchpointId }) => touchpointId)).size).toBe(30)
})

it('replies through both at once never spend more than the window holds', async () => {
  const patient = await enrol(world, 'wangxiulan')
  await openAssistant(world, patient)
  await saySettled(world, patient.user, '餐后血糖多少算正常')
  const token = await signInPhysician(world)
  const before = (await received(world, patient.user)).length
  const ways = await Promise.all(
    Array.from({ length: 12 }, async (_, at) => {
      const response = await fetch(`${urls()[at % 2]}/api/physician/patients/${patient.patientId}/replies`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ text: `第 ${at} 条`, clientId: randomUUID() }),
      })
      return ((await response.json()) as { via: string }).via
    }),
  )
  expect(ways.filter((via) => via === 'kf')).toHaveLength(3)
  expect(ways.filter((via) => via === 'miniChat')).toHaveLength(9)
  expect((await received(world, patient.user)).length - before).toBe(3)
})

it('one reply sent through both at once is one message', async () => {
  const token = await signInPhysician(world)
  const patient = await enrol(world, 'limin')
  await openAssistant(world, patient)
  await saySettled(world, patient.user, '餐后血糖多少算正常')
  const body = JSON.stringify({ text: '周四见', clientId: randomUUID() })
  const answers = await Promise.all(
    urls().map((url) =>
      fetch(`${url}/api/physician/patients/${patient.patientId}/replies`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body,
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect((await received(world, patient.user)).filter((text) => text.includes('周四见'))).toHaveLength(1)
})
