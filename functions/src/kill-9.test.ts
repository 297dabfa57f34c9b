import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleHost, startChild } from './testing/child-host'
import type { ChildHost } from './testing/child-host'
import { during } from './testing/faults'
import { addUser, enrol, openAssistant, received, say } from './testing/patient-steps'
import { SECRET, createWorld } from './testing/world'
import type { World } from './testing/world'

/** The host as it is deployed, in a process of its own, killed with SIGKILL in the middle of fifty messages and started again. */
const QUESTION = '餐后血糖多少算正常'
const EACH = 5
let world: World
let child: ChildHost
let file: string
const folder = mkdtempSync(join(tmpdir(), 'suixing-host-'))
beforeAll(async () => {
  world = await createWorld()
  file = await bundleHost(folder)
})
afterAll(async () => {
  await child?.kill()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const urlOf = ({ port }: ChildHost): string => `http://127.0.0.1:${port}`
async function start(): Promise<void> {
  child = await startChild(file, { ...world.environment, TIMER_SECONDS: '0.2' })
  await world.sandbox.control('callback-url', { url: `${urlOf(child)}/callbacks/wecom` })
  await world.sandbox.control('follow', { url: `${urlOf(child)}/__clock`, secret: SECRET })
}
/** Looks again until it holds; the test's own time limit ends a wait in vain. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate)
}

it('answers every message once', async () => {
  const users = Array.from({ length: 10 }, (_, at) => addUser(world, `burst${at}`))
  for (const user of users) await openAssistant(world, await enrol(world, user))
  await world.sandbox.control('unfollow', { url: `${world.url}/__clock`, secret: SECRET })
  await start()

  const replies = async (): Promise<number[]> =>
    Promise.all(users.map(async (user) => (await received(world, user)).length - 1)) // less the chat's own welcome
  const total = async (): Promise<number> => (await replies()).reduce((sum, n) => sum + n, 0)
  await during(world, 'latency', { milliseconds: 10 }, async () => {
    for (let at = 0; at < EACH; at++) for (const user of users.slice(0, 5)) await say(world, user, QUESTION)
    await until(async () => (await total()) >= 3)
    const dead = urlOf(child)
    await child.kill()
    expect(await total()).toBeLessThan(5 * EACH)
    // The others write while nobody is there.
    for (let at = 0; at < EACH; at++) for (const user of users.slice(5)) await say(world, user, QUESTION)
    await world.sandbox.control('unfollow', { url: `${dead}/__clock`, secret: SECRET })
  })
  // As if the leases of the dead host were over.
  for (const collection of ['kfaccounts', 'messages', 'inbox', 'agenda'])
    await world.update(collection, {}, { $set: { leaseUntil: 0 } })
  await start()
  await world.sandbox.control('advance', { by: '5m' })
  await until(async () => (await total()) >= users.length * EACH)
  await world.sandbox.control('advance', { by: '10m' })
  // Four answers, and the fifth of the window hands over.
  expect(await replies()).toEqual(users.map(() => EACH))
  for (const user of users)
    expect((await received(world, user)).filter((text) => text.includes('已转给'))).toHaveLength(1)
  const kept = (await world.documents('messages')).filter(({ author }) => author.kind === 'patient')
  expect(kept).toHaveLength(users.length * EACH)
  expect(new Set((await world.documents('messages')).map(({ state }) => state))).toEqual(new Set(['received', 'sent']))
})
