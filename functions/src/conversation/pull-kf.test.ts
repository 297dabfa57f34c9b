import { during } from '../testing/faults'
import { addUser, received, say, saySettled } from '../testing/patient-steps'
import { seal } from '../testing/sealed-callback'
import { KNOWN, PROGRAMME, heard, talker } from '../testing/talk-steps'
import type { Talker } from '../testing/talk-steps'
import { createWorld } from '../testing/world'
import type { World } from '../testing/world'

/** Pulling a kf account: doorbells coalesced, cursor kept, and nothing that holds up the patients behind it. */
const POISON = '这一条谁也处理不了'
let world: World
let one: Talker
let two: Talker
beforeEach(async () => {
  world = await createWorld()
  one = await talker(world, 'pull1')
  two = await talker(world, 'pull2')
})
afterEach(() => world.close())

const account = async () => (await world.documents('kfaccounts'))[0]
const tally = () => world.sandbox.world.tallies['wecom/kf/sync_msg']
const pulls = (): number => tally()?.calls ?? 0
const answers = async (who: Talker): Promise<number> => (await heard(world, who.user)).length
/** From now on nothing can keep this message. */
function poison(): void {
  const { messages } = world.host.product.repositories
  const { keep } = messages
  messages.keep = (row) => (row.text === POISON ? Promise.reject(new TypeError('broken')) : keep(row))
}
const stuck = async (): Promise<number> => {
  const cookie = await world.signInConsole()
  const page = await world.call('GET', `/api/console/programmes/${PROGRAMME}`, { cookie })
  return page.body.needsPerson.find(({ kind }: { kind: string }) => kind === 'inbox-stuck')?.count ?? 0
}

it('a message that always fails is parked for a person at the fifth pull, and nobody else waits for it', async () => {
  poison()
  await say(world, one.user, POISON)
  await say(world, two.user, KNOWN)
  await world.settle()
  expect([await answers(two), await stuck(), await world.documents('kfparked')]).toEqual([1, 0, []])
  expect((await account()).trouble.tries).toBeLessThan(5)
  while ((await account()).trouble) await world.settle()
  expect([await answers(two), await stuck()]).toEqual([1, 1])
  expect(await world.documents('kfparked')).toEqual([
    expect.objectContaining({
      programmeId: PROGRAMME,
      tries: 5,
      error: 'TypeError',
      row: expect.objectContaining({ msgtype: 'text', text: expect.objectContaining({ content: POISON }) }),
    }),
  ])
  expect((await account()).trouble).toBeNull()
  await saySettled(world, one.user, KNOWN)
  expect(await answers(one)).toBe(1)
})

it('a message that was parked holds up nothing when it is pulled again', async () => {
  poison()
  await say(world, one.user, POISON)
  while ((await world.documents('kfparked')).length === 0) await world.settle()
  await say(world, two.user, KNOWN)
  await world.update('kfaccounts', {}, { $set: { cursor: '' } })
  await world.settle()
  expect(await answers(two)).toBe(1)
  expect(await stuck()).toBe(1)
})

it("one person's messages are taken in one after another, those of several at once", async () => {
  const { messages } = world.host.product.repositories
  const { keep } = messages
  const underWay: string[] = []
  const met: string[][] = []
  const begun = new Set<string>()
  let open = (): void => undefined
  // Nobody's first message goes on before the other's has begun too: one after the other, it would never open.
  const gate = new Promise<void>((resolve) => (open = resolve))
  messages.keep = async (row) => {
    if (row.author.kind !== 'patient') return keep(row)
    underWay.push(row.conversationId)
    met.push([...underWay])
    begun.add(row.conversationId)
    if (begun.size === 2) open()
    await gate
    const kept = await keep(row)
    underWay.splice(underWay.indexOf(row.conversationId), 1)
    return kept
  }
  await world.sandbox.control('callback-url', { url: null })
  for (const text of [KNOWN, '糖化血红蛋白是什么', '空腹血糖多少算正常'])
    for (const { user } of [one, two]) await say(world, user, text)
  await world.sandbox.control('advance', { by: '5m' })
  messages.keep = keep
  expect([await answers(one), await answers(two)]).toEqual([3, 3])
  expect(met).toHaveLength(6)
  expect(met.every((ids) => new Set(ids).size === ids.length)).toBe(true)
  expect(met.some((ids) => ids.length === 2)).toBe(true)
})

it('two messages that always fail are both parked', async () => {
  poison()
  await say(world, one.user, POISON)
  await say(world, two.user, POISON)
  await say(world, two.user, KNOWN)
  for (let n = 0; n < 12; n++) await world.settle()
  expect([await answers(two), await stuck()]).toEqual([1, 2])
})

it('what fails because WeCom is away is never parked', async () => {
  // Whom kf knows and we do not: it is asked who that is.
  const stranger = addUser(world, 'away')
  await during(world, 'httpStatus', { api: 'kf/customer/batchget', status: 503, next: 1_000_000 }, async () => {
    await say(world, stranger, KNOWN)
    for (let n = 0; n < 8; n++) await world.settle()
    const { trouble } = await account()
    expect([await received(world, stranger), await world.documents('kfparked'), trouble]).toEqual([[], [], null])
  })
  await world.settle()
  expect(await received(world, stranger)).toHaveLength(1)
})

it('an account that WeCom no longer knows holds up no other', async () => {
  const { kfAccounts } = world.host.product.repositories
  const soon = { name: '旧账号', nextPullAt: '2026-01-01T00:00:00.000Z' }
  for (const id of ['wkAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'wkzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz'])
    await kfAccounts.save({ _id: id, programmeId: id, ...soon })
  await world.settle()
  await saySettled(world, one.user, KNOWN)
  expect(await answers(one)).toBe(1)
})

it('empty pages that promise more are pulled over', async () => {
  await during(world, 'kfEmptyPage', { next: 2 }, () => saySettled(world, one.user, KNOWN))
  expect(await answers(one)).toBe(1)
  expect((await account()).pending).toBe(false)
})

it('a doorbell that comes after its token has died is answered all the same', async () => {
  await world.update('kfaccounts', {}, { $set: { nextPullAt: '2027-01-01T00:00:00.000Z' } })
  await during(world, 'callbackDelay', { seconds: 900 }, async () => {
    await say(world, one.user, KNOWN)
    await world.sandbox.control('advance', { by: '14m' })
    expect(await answers(one)).toBe(0)
    await world.sandbox.control('advance', { by: '2m' })
  })
  expect(await answers(one)).toBe(1)
  expect(JSON.stringify(tally())).toContain('95007')
})

it('a doorbell that is lost is made good by the clock within five minutes', async () => {
  await during(world, 'callbackDrop', { rate: 1 }, async () => {
    await say(world, one.user, KNOWN)
    await world.sandbox.control('advance', { by: '5m' })
  })
  await world.settle()
  expect(await answers(one)).toBe(1)
})

it('the cursor outlives the host: nothing is taken in again', async () => {
  await saySettled(world, one.user, KNOWN)
  const { cursor } = await account()
  expect(cursor).not.toBe('')
  await world.restart()
  await world.settle()
  expect((await account()).cursor).toBe(cursor)
  await saySettled(world, two.user, KNOWN)
  expect([await answers(one), await answers(two)]).toEqual([1, 1])
  expect((await account()).cursor).not.toBe(cursor)
})

it('fifty doorbells, rung at two hosts at once, are few pulls, and every message is kept once', async () => {
  const other = await world.addHost()
  await world.sandbox.control('callback-url', { url: null })
  const from = world.sandbox.world.pushes.length
  for (let n = 1; n <= 50; n++) await say(world, one.user, `第 ${n} 条`)
  const bells = world.sandbox.world.pushes.slice(from).map(({ xml }) => xml)
  expect(bells).toHaveLength(50)
  const before = pulls()
  const statuses = await Promise.all(
    bells.map(async (xml, n) => {
      const { query, body } = seal(xml)
      const host = n % 2 ? world.url : `http://127.0.0.1:${other.port}`
      return (await fetch(`${host}/callbacks/wecom?${new URLSearchParams(query)}`, { method: 'POST', body })).status
    }),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
  await world.settle()
  expect(pulls()).toBeGreaterThan(before)
  expect(pulls() - before).toBeLessThanOrEqual(15)
  const kept = await world.documents('messages', { conversationId: one.talk, 'author.kind': 'patient' })
  expect(kept).toHaveLength(50)
})
