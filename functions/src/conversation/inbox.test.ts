import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { saySettled } from '../testing/patient-steps'
import { signInPhysician } from '../testing/sign-in'
import { KNOWN, RED_FLAG, UNKNOWN, colleague, talker } from '../testing/talk-steps'
import type { Colleague, Talker } from '../testing/talk-steps'
import { createWorld } from '../testing/world'
import type { World } from '../testing/world'

/** Who waits, for whom. Four patients of 林致远, one of 陈思远; the tests read and change them in turn. */
let world: World
let lin: Colleague
let chen: Colleague
let xu: Colleague
let cookie: string
let calm: Talker
let early: Talker
let late: Talker
let urgent: Talker
let theirs: Talker
beforeAll(async () => {
  world = await createWorld()
  lin = colleague(world, { token: await signInPhysician(world) })
  chen = colleague(world, { token: await signInPhysician(world, 'chensiyuan') })
  cookie = await world.signInConsole()
  xu = colleague(world, { cookie })
  calm = await talker(world, '张小明')
  early = await talker(world, '李早')
  late = await talker(world, '王晚来')
  urgent = await talker(world, '赵急')
  theirs = await talker(world, '陈先生', 'chensiyuan')
  for (const [who, words] of [
    [calm, KNOWN],
    [early, '转人工'],
    [late, UNKNOWN],
    [urgent, RED_FLAG],
    [theirs, '想问 Metformin 的吃法（500ＭＧ）'],
  ] as const) {
    await saySettled(world, who.user, words)
    await world.sandbox.control('advance', { by: '1m' })
  }
}, 240_000)
afterAll(() => world.close())

const ids = async (who: Colleague, query = ''): Promise<string[]> => {
  const answer = await who.inbox(query)
  expect([answer.status, query]).toEqual([200, query])
  return answer.body.rows.map(({ id }: { id: string }) => id)
}
const q = (words: string, filter = 'all'): string => `?filter=${filter}&q=${encodeURIComponent(words)}`
const talks = (...who: Talker[]): string[] => who.map(({ talk }) => talk)

it('those who wait: urgent first, then who has waited for longest', async () => {
  expect(await ids(lin)).toEqual(talks(urgent, early, late))
  expect(await ids(chen)).toEqual(talks(theirs))
  expect(await ids(xu)).toEqual(talks(urgent, early, late, theirs))
})

it('all: what was said last comes first; and counts of the whole', async () => {
  const { body } = await lin.inbox('?filter=all')
  expect(body.rows.map(({ id }: { id: string }) => id)).toEqual(talks(urgent, late, early, calm))
  expect(body.counts).toEqual({ waiting: 3, mine: 3, all: 4, unread: 4, unassigned: 0, snoozed: 0 })
  expect(body.rows[0]).toMatchObject({
    patient: { name: '病友赵急' },
    programme: { id: 'type-2-diabetes', name: '2型糖尿病院外管理' },
    state: 'waiting',
    urgent: true,
    because: 'red-flag',
    waitingFor: RED_FLAG,
    assignedTo: { name: '林致远' },
    unread: 1,
    window: { open: true },
  })
  expect((await xu.inbox('?filter=all')).body.counts).toMatchObject({ waiting: 4, mine: 0, all: 5 })
})

it('search: by name and by words, whatever their width, case and signs', async () => {
  expect(await ids(lin, q('王晚'))).toEqual(talks(late))
  expect(await ids(lin, q('脚有点麻'))).toEqual(talks(late))
  expect(await ids(lin, q('脚有点麻', 'waiting'))).toEqual(talks(late))
  expect(await ids(chen, q('metformin'))).toEqual(talks(theirs))
  expect(await ids(chen, q('ＭＥＴＦＯＲＭＩＮ'))).toEqual(talks(theirs))
  expect(await ids(chen, q('500mg'))).toEqual(talks(theirs))
  expect(await ids(chen, q('吃法(500'))).toEqual(talks(theirs))
  for (const nothing of ['脚', '，。', '.*', '(', '\\', '[a-z]+', '$where', '%', '没有人说过'])
    expect([nothing, await ids(xu, q(nothing))]).toEqual([nothing, []])
  // What is said to somebody else's patients is not found.
  expect(await ids(lin, q('metformin'))).toEqual([])
  expect(await ids(xu, q('metformin'))).toEqual(talks(theirs))
})

it('search looks through what the reader sees, however much others said more lately', async () => {
  const { messages } = world.host.product.repositories
  for (let n = 0; n < 205; n++)
    await messages.keep({
      _id: `more${n}`,
      conversationId: theirs.talk,
      programmeId: 'type-2-diabetes',
      patientId: theirs.patientId,
      at: world.host.product.clock.instant(),
      author: { kind: 'patient', name: '陈先生' },
      text: '脚有点麻',
      channel: 'kf',
      state: 'received',
    })
  expect(await ids(lin, q('脚有点麻'))).toEqual(talks(late))
})

it('pages, and says which cursor is none', async () => {
  const all: string[] = []
  for (let after: string | null = '0'; after !== null;) {
    const { body }: { body: any } = await xu.inbox(`?filter=all&limit=2&after=${after}`)
    all.push(...body.rows.map(({ id }: { id: string }) => id))
    after = body.next
  }
  expect(all).toEqual(await ids(xu, '?filter=all'))
  for (const after of ['-1', 'abc', '1.5', '1e99'])
    expect(await xu.inbox(`?after=${after}`)).toMatchObject({ status: 400, body: { field: 'query.after' } })
  expect(await xu.inbox('?limit=0')).toMatchObject({ status: 400, body: { field: 'query.limit' } })
  expect(await xu.inbox('?filter=some')).toMatchObject({ status: 400, body: { field: 'query.filter' } })
})

it('unchanged until something happens, for whoever it concerns', async () => {
  const watch = async (who: Colleague) => {
    const { body } = await who.inbox('?filter=all')
    return async () =>
      !(await who.inbox(`?filter=all&since=${encodeURIComponent(body.cursor)}`)).body.unchanged as boolean
  }
  const happens: Record<string, () => Promise<unknown>> = {
    message: () => saySettled(world, calm.user, '好的'),
    reply: () => lin.send(early.talk, { kind: 'text', clientId: randomUUID(), text: '在' }),
    label: () => lin.act(late.talk, { action: 'label', labels: ['足部'] }),
    read: () => lin.act(late.talk, { action: 'read', upTo: world.host.product.clock.instant() }),
    snooze: () => lin.act(late.talk, { action: 'snooze', until: '2026-11-23T09:00:00.000Z' }),
    waking: async () => {
      // Nobody else is asked meanwhile, which would change their inboxes too.
      await world.update('escalations', {}, { $set: { nextAt: null } })
      await world.sandbox.control('advance', { to: '2026-11-23T09:00:01.000Z' })
    },
    assign: () =>
      world.call('POST', `/api/console/conversations/${encodeURIComponent(late.talk)}/assignee`, {
        cookie,
        body: { to: 'zhouning' },
      }),
    'give back': () => lin.act(early.talk, { action: 'give-back' }),
  }
  for (const [name, work] of Object.entries(happens)) {
    const changed = { lin: await watch(lin), chen: await watch(chen), xu: await watch(xu) }
    expect([name, await changed.lin(), await changed.xu()]).toEqual([name, false, false])
    await work()
    expect([name, await changed.lin(), await changed.chen(), await changed.xu()]).toEqual([name, true, false, true])
  }
  const { body } = await lin.inbox('?filter=all')
  const again = (await lin.inbox(`?filter=all&since=${encodeURIComponent(body.cursor)}`)).body
  expect(again).toMatchObject({ unchanged: true, rows: [], cursor: body.cursor })
  // Another filter is another list.
  expect((await lin.inbox(`?filter=mine&since=${encodeURIComponent(body.cursor)}`)).body.unchanged).toBe(false)
})

it('mine, and nobody’s', async () => {
  expect(await ids(lin, '?filter=mine')).toEqual(talks(calm, urgent))
  await world.call('POST', `/api/console/conversations/${encodeURIComponent(late.talk)}/assignee`, {
    cookie,
    body: { to: null },
  })
  expect(await ids(xu, '?filter=unassigned')).toEqual(talks(late))
  expect((await lin.inbox()).body.counts).toMatchObject({ unassigned: 1 })
})

describe('an empty answer', () => {
  /** Calls to the database while `work` runs. */
  async function commands(work: () => Promise<unknown>): Promise<string[]> {
    const calls: string[] = []
    mongoose.set('debug', (collection: string, method: string) => void calls.push(`${collection}.${method}`))
    try {
      await work()
    } finally {
      mongoose.set('debug', false)
    }
    return calls
  }

  it.each([
    ['physician', 2],
    ['console', 3],
  ])('of the inbox in the %s’s app costs %d reads', async (surface, most) => {
    const who = surface === 'physician' ? lin : xu
    const { body } = await who.inbox()
    const calls = await commands(async () => {
      expect((await who.inbox(`?since=${encodeURIComponent(body.cursor)}`)).body.unchanged).toBe(true)
    })
    expect(calls).toHaveLength(most)
  })

  it.each([['physician'], ['console']])('of the conversation in the %s’s app costs 3 reads', async (surface) => {
    const who = surface === 'physician' ? lin : xu
    const { body } = await who.page(urgent.talk)
    const calls = await commands(async () => {
      const answer = await who.page(urgent.talk, `?since=${encodeURIComponent(body.cursor)}`)
      expect(answer.body).toMatchObject({ unchanged: true, messages: [] })
    })
    expect(calls).toHaveLength(3)
  })
})
