import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleHost, startChild } from './testing/child-host'
import type { ChildHost } from './testing/child-host'
import { during } from './testing/faults'
import { addUsers, enrol, openAssistant, received, saySettled, say } from './testing/patient-steps'
import type { Invited } from './testing/patient-steps'
import { signInPhysician } from './testing/sign-in'
import { SECRET, createWorld } from './testing/world'
import type { World } from './testing/world'

jest.setTimeout(240_000)

/** Two hosts as they are deployed, both asked the same things; one is killed with SIGKILL in the middle, and whoever had no answer asks the other. */
const EACH = 3
let world: World
const hosts: ChildHost[] = []
const folder = mkdtempSync(join(tmpdir(), 'suixing-hosts-'))
let file: string
beforeAll(async () => {
  world = await createWorld()
  file = await bundleHost(folder)
})
afterAll(async () => {
  for (const host of hosts) await host.kill()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const urlOf = (at: number): string => `http://127.0.0.1:${hosts[at]?.port}`
/** Looks again until it holds; the test's own time limit ends a wait in vain. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate)
}

interface Request {
  readonly path: string
  readonly token: string
  readonly body: { readonly kind: string; readonly text: string; readonly clientId: string }
}
/** The status, or 0 when nobody answered. */
const post = async (at: number, { path, token, body }: Request): Promise<number> =>
  fetch(`${urlOf(at)}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  }).then(
    ({ status }) => status,
    () => 0,
  )
const cards = (userid: string): { task_id?: string }[] =>
  (world.sandbox.world.members.find((member) => member.userid === userid)?.inbox ?? []).flatMap(({ content }) =>
    content.type === 'template_card' ? [content.card as { task_id?: string }] : [],
  )

it('sends no reply, no answer and no card twice, and loses none', async () => {
  const patients: Invited[] = []
  for (const user of addUsers(world, 3 * EACH)) {
    const patient = await enrol(world, user)
    await openAssistant(world, patient)
    await saySettled(world, user, '空腹血糖多少算正常')
    patients.push(patient)
  }
  const [asking, alarmed, answered] = [0, 1, 2].map((group) => patients.slice(group * EACH, (group + 1) * EACH))
  const token = await signInPhysician(world)
  const replies = (answered ?? []).flatMap(({ patientId }) =>
    ['先观察三天', '周四来复诊'].map((text): Request => {
      const body = { kind: 'text', text, clientId: randomUUID() }
      return { path: `/api/physician/conversations/type-2-diabetes:${patientId}/messages`, token, body }
    }),
  )
  const questions = (asking ?? []).map((patient): Request => ({
    path: '/api/patient/messages',
    token: patient.token,
    body: { kind: 'text', text: '糖化血红蛋白是什么', clientId: randomUUID() },
  }))
  const before = new Map(
    await Promise.all(patients.map(async ({ user }) => [user, (await received(world, user)).length] as const)),
  )
  const news = async (user: string): Promise<string[]> => (await received(world, user)).slice(before.get(user))
  const arrived = async (): Promise<number> =>
    (await Promise.all(patients.map(({ user }) => news(user)))).reduce((sum, texts) => sum + texts.length, 0)

  await world.sandbox.control('unfollow', { url: `${world.url}/__clock`, secret: SECRET })
  for (let at = 0; at < 2; at++) hosts.push(await startChild(file, { ...world.environment, TIMER_SECONDS: '0.2' }))
  await world.sandbox.control('callback-url', { url: `${urlOf(0)}/callbacks/wecom` })
  for (const at of [0, 1]) await world.sandbox.control('follow', { url: `${urlOf(at)}/__clock`, secret: SECRET })
  await during(world, 'latency', { milliseconds: 10 }, async () => {
    for (const { user } of asking ?? []) await say(world, user, '餐后血糖多少算正常')
    for (const { user } of alarmed ?? []) await say(world, user, '胸口疼，一直出冷汗')
    const first = [...replies, ...questions].flatMap((request) => [post(0, request), post(1, request)])
    await until(async () => (await arrived()) >= 3)
    await world.sandbox.control('callback-url', { url: `${urlOf(1)}/callbacks/wecom` })
    await hosts[0]?.kill()
    await Promise.all(first)
  })
  await world.sandbox.control('unfollow', { url: `${urlOf(0)}/__clock`, secret: SECRET })
  // Whoever sent something sends it again, as an app does that got no answer.
  for (const request of [...replies, ...questions]) expect(await post(1, request)).toBe(200)
  for (const collection of ['kfaccounts', 'messages', 'inbox', 'agenda', 'escalations'])
    await world.update(collection, {}, { $set: { leaseUntil: 0 } })
  await world.sandbox.control('advance', { by: '30s' })
  await until(async () => (await arrived()) >= 2 * EACH + EACH + EACH)
  await world.sandbox.control('advance', { by: '60s' })

  for (const { user } of asking ?? []) expect(await news(user)).toEqual([expect.stringContaining('10.0 mmol/L')])
  for (const { user } of alarmed ?? []) expect(await news(user)).toEqual([expect.stringContaining('120')])
  for (const { user } of answered ?? []) {
    const texts = await news(user)
    expect(texts).toHaveLength(2)
    for (const text of ['先观察三天', '周四来复诊']) expect(texts.filter((one) => one.includes(text))).toHaveLength(1)
  }
  const kept = await world.documents('messages')
  for (const { body } of [...replies, ...questions])
    expect(kept.filter(({ clientId }) => clientId === body.clientId)).toHaveLength(1)
  const written = kept.filter(({ clientId, author }) => clientId !== null && author.kind === 'patient')
  for (const { _id } of written) expect(kept.filter(({ answers }) => answers === _id)).toHaveLength(1)
  expect(kept.filter(({ state }) => state === 'sending')).toEqual([])

  const told = (await world.documents('escalations')).flatMap((row) => row.told)
  expect(told.map(({ staffId, state }) => [staffId, state])).toEqual(
    Array.from({ length: EACH }, () => ['linzhiyuan', 'sent']),
  )
  expect(cards('linzhiyuan')).toHaveLength(EACH)
})
