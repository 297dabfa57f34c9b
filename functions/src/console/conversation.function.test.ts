import { randomUUID } from 'node:crypto'
import { chat, saySettled } from '../testing/patient-steps'
import { signInPhysician } from '../testing/sign-in'
import { KNOWN, PROGRAMME, RED_FLAG, UNKNOWN, colleague, talker } from '../testing/talk-steps'
import type { Colleague, Talker } from '../testing/talk-steps'
import { createWorld } from '../testing/world'
import type { Answer, World } from '../testing/world'

/** How a team works and how well: figures, search, ready sentences, duty. The clock goes on from test to test, from Monday 10:00. */
let world: World
let lin: Colleague
let cookie: string
let asker: Talker
let other: Talker
const at = (path: string): string => `/api/console/programmes/${PROGRAMME}/${path}`
const get = (path: string): Promise<Answer> => world.call('GET', path, { cookie })
const put = (path: string, body: unknown): Promise<Answer> => world.call('PUT', path, { cookie, body })
const minutes = (count: number): Promise<unknown> => world.sandbox.control('advance', { by: `${count}m` })
const reply = (one: Talker): Promise<Answer> =>
  lin.send(one.talk, { kind: 'text', clientId: randomUUID(), text: '林医生在此' })
beforeAll(async () => {
  world = await createWorld()
  lin = colleague(world, { token: await signInPhysician(world) })
  cookie = await world.signInConsole()
  asker = await talker(world, '问')
  other = await talker(world, '说')
}, 120_000)
afterAll(() => world.close())

const figures = async (): Promise<any> => (await get(at('conversation-figures?days=7'))).body

it('figures of nothing are no numbers', async () => {
  expect(await figures()).toMatchObject({
    questions: { received: 0, answered: 0 },
    handOvers: { total: 0, waiting: 0 },
    firstResponse: { count: 0, medianSeconds: null, p90Seconds: null },
    satisfaction: { asked: 0, answered: 0 },
  })
  for (const days of ['0', '181', 'x'])
    expect(await get(at(`conversation-figures?days=${days}`))).toMatchObject({
      status: 400,
      body: { field: 'query.days' },
    })
})

it('figures: what was asked and answered, why it was handed over, how soon a person replied, how it was', async () => {
  await saySettled(world, asker.user, KNOWN)
  await saySettled(world, asker.user, UNKNOWN)
  await minutes(10)
  await reply(asker)
  await minutes(50)
  await lin.act(asker.talk, { action: 'give-back' })
  const menu = (await chat(world, asker.user, 'kf')).at(-1)
  await world.sandbox.control('tap', {
    user: asker.user,
    chatId: `kf:${world.sandbox.world.kfAccounts[0]?.openKfid}`,
    messageId: menu?.id,
    index: 0,
  })
  await world.settle()
  // A red flag on top of an ordinary need is two hand-overs with one reply.
  await saySettled(world, other.user, '转人工')
  await saySettled(world, other.user, RED_FLAG)
  await minutes(30)
  const waiting = await figures()
  expect(waiting.handOvers.waiting).toBe(2)
  await reply(other)
  await minutes(1)
  const all = await figures()
  expect(all).toMatchObject({
    questions: { answered: 1 },
    handOvers: { total: 3, because: { asked: 1, doubt: 1, 'red-flag': 1, repeated: 0, taken: 0 }, waiting: 0 },
    firstResponse: { count: 3 },
    resolution: { count: 1 },
    satisfaction: { asked: 1, answered: 1, good: 1, fair: 0, bad: 0 },
  })
  expect(Math.round(all.firstResponse.medianSeconds / 60)).toBe(30)
  expect(all.firstResponseOpen).toEqual(all.firstResponse)
  expect(Math.round(all.resolution.medianSeconds / 60)).toBe(60)
  expect(all.byDay.at(-1)).toMatchObject({ day: '2026-11-23', handedOver: 3 })
  expect(all.byDay).toHaveLength(8)
  expect(all.definitions.map(({ figure }: { figure: string }) => figure)).toEqual(
    expect.arrayContaining([
      'questions',
      'handOvers',
      'firstResponse',
      'firstResponseOpen',
      'resolution',
      'satisfaction',
    ]),
  )
})

it('figures: a night counts as time, and not as time in which the team was there', async () => {
  await world.sandbox.control('advance', { to: '2026-11-23T09:20:00.000Z' })
  await lin.act(other.talk, { action: 'give-back' })
  await saySettled(world, other.user, '找医生')
  await world.sandbox.control('advance', { to: '2026-11-24T00:10:00.000Z' })
  await reply(other)
  await minutes(1)
  cookie = await world.signInConsole()
  const { firstResponse, firstResponseOpen } = await figures()
  expect(Math.round(firstResponse.p90Seconds / 60)).toBe(890)
  expect(Math.round(firstResponseOpen.p90Seconds / 60)).toBe(30)
})

describe('search', () => {
  const search = (q: string, more = ''): Promise<Answer> =>
    get(`/api/console/messages?q=${encodeURIComponent(q)}${more}`)

  it('finds what was said, marked where it stands', async () => {
    const { body } = await search('脚有点麻')
    expect(body).toMatchObject({
      hits: [{ conversationId: asker.talk, patientName: '病友问', author: '病友问' }],
      next: null,
    })
    expect(body.hits[0].pieces).toEqual(['我这两天', '脚有点麻', '，要紧吗'])
    expect((await search('林医生，在此')).body.hits[0]).toMatchObject({ author: '林致远' })
    expect((await search('脚有点麻', '&programmeId=none')).body.hits).toEqual([])
  })

  it.each(['麻', ' 麻 ', '，。', '..', '\\d'])('%p is too little', async (q) => {
    expect(await search(q)).toMatchObject({ status: 400, body: { code: 'bad-request', field: 'query.q' } })
  })

  it('pages through what it finds, though the index finds a little more', async () => {
    const { messages } = world.host.product.repositories
    for (let n = 0; n < 65; n++)
      await messages.keep({
        _id: `page${n}`,
        conversationId: asker.talk,
        programmeId: PROGRAMME,
        patientId: asker.patientId,
        at: new Date(Date.parse('2026-11-23T03:00:00.000Z') + n * 1000).toISOString(),
        author: { kind: 'assistant' },
        // Both have both pairs of letters; only one has the words.
        text: n % 3 ? `苹果汁第${n}杯` : `果汁和苹果第${n}份`,
        channel: 'kf',
        state: 'sent',
      })
    const found: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const { body }: { body: any } = await search('苹果汁', next ? `&after=${encodeURIComponent(next)}` : '')
      found.push(...body.hits.map(({ messageId }: { messageId: string }) => messageId))
      next = body.next
    }
    expect(found).toEqual(
      Array.from({ length: 65 }, (_, n) => 64 - n)
        .filter((n) => n % 3)
        .map((n) => `page${n}`),
    )
  })
})

describe('ready sentences', () => {
  it('are the programme’s own until somebody saves others, and filled for who reads', async () => {
    expect((await get(at('macros'))).body.macros.map(({ id }: { id: string }) => id)).toContain('seen')
    const mine = {
      id: 'hello',
      title: '问好',
      text: '{patientName}您好，我是{staffName}{staffTitle}，{physicianName}的同事',
    }
    expect((await put(at('macros'), { macros: [mine] })).body).toEqual({ macros: [mine] })
    expect((await lin.page(asker.talk)).body.quickReplies).toEqual([
      { id: 'hello', title: '问好', text: '病友问您好，我是林致远主治医师，林致远的同事' },
    ])
  })

  it.each([
    [{ macros: [{ id: 'a', title: '', text: 'x' }] }, 'body.macros.0.title'],
    [{ macros: [{ id: 'a', title: 'x', text: '长'.repeat(601) }] }, 'body.macros.0.text'],
    [{ macros: [{ id: 'a b', title: 'x', text: 'x' }] }, 'body.macros.0.id'],
    [{ macros: ['a', 'b', 'a'].map((id) => ({ id, title: 'x', text: 'x' })) }, 'body.macros.2.id'],
  ])('%j names %s', async (body, field) => {
    expect(await put(at('macros'), body)).toMatchObject({ status: 400, body: { code: 'bad-request', field } })
  })
})

describe('duty', () => {
  const whole = { hours: { workdays: [1, 2, 3, 4, 5], from: 480, to: 1050 }, members: [], onCall: null }

  it('says who is there now, and when somebody is again', async () => {
    const set = await put(at('duty'), {
      ...whole,
      members: [{ id: 'linzhiyuan', availability: 'off' }],
      onCall: 'zhouning',
    })
    expect(set.body).toMatchObject({ openNow: true, opensAt: null, onCall: 'zhouning' })
    const duty = async (): Promise<Record<string, boolean>> =>
      Object.fromEntries(
        (await get(at('duty'))).body.members.map(({ id, onDuty }: { id: string; onDuty: boolean }) => [id, onDuty]),
      )
    expect(await duty()).toMatchObject({ linzhiyuan: false, chensiyuan: true, zhouning: true })
    await put(at('duty'), { ...whole, hours: { workdays: [3], from: 480, to: 490 } })
    expect((await get(at('duty'))).body).toMatchObject({ openNow: false, opensAt: '2026-11-25T00:00:00.000Z' })
    expect(await duty()).toMatchObject({ chensiyuan: false })
  })

  it.each([
    [{ hours: { workdays: [1], from: 600, to: 600 } }, 'body.hours.to'],
    [{ hours: { workdays: [], from: 480, to: 1050 } }, 'body.hours.workdays'],
    [{ hours: { workdays: [8], from: 480, to: 1050 } }, 'body.hours.workdays.0'],
    [{ hours: { workdays: [1], from: -1, to: 1050 } }, 'body.hours.from'],
    [{ hours: { workdays: [1], from: 480, to: 1441 } }, 'body.hours.to'],
    [{ members: [{ id: 'nobody', availability: 'off' }] }, 'body.members.0.id'],
    [{ members: [{ id: 'linzhiyuan', availability: 'sometimes' }] }, 'body.members.0.availability'],
    [{ members: ['off', 'always'].map((availability) => ({ id: 'zhouning', availability })) }, 'body.members.1.id'],
    [{ onCall: 'xuke' }, 'body.onCall'],
    [{ onCall: undefined }, 'body.onCall'],
  ])('%j names %s', async (change, field) => {
    expect(await put(at('duty'), { ...whole, ...change })).toMatchObject({
      status: 400,
      body: { code: 'bad-request', field },
    })
  })

  it('of a programme that is none is not there', async () => {
    expect((await get('/api/console/programmes/none/duty')).status).toBe(404)
  })
})
