import type { Host } from '../host'
import { away } from '../testing/faults'
import { killable } from '../testing/kill'
import { saySettled } from '../testing/patient-steps'
import { signInPhysician } from '../testing/sign-in'
import { RED_FLAG, at, cards, colleague, talker } from '../testing/talk-steps'
import type { Talker } from '../testing/talk-steps'
import { createWorld } from '../testing/world'
import type { World } from '../testing/world'

/** Who is asked when nobody answers, until somebody does. The clock goes on from test to test, from Monday 10:00. */
let world: World
let patient: Talker
let people = 0
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  // Whoever was asked in the test before need not be asked any more.
  await world.update('escalations', {}, { $set: { nextAt: null, cardsStale: false } })
  for (const member of world.sandbox.world.members) member.inbox = []
  patient = await talker(world, `ladder${people++}`)
})

const write = (text: string): Promise<void> => saySettled(world, patient.user, text)
const minutes = (count: number): Promise<unknown> => world.sandbox.control('advance', { by: `${count}m` })
const count = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all(
      ['linzhiyuan', 'zhouning', 'chensiyuan'].map(async (userid) => [userid, (await cards(world, userid)).length]),
    ),
  )
const escalation = async () => (await world.documents('escalations', { 'subject.conversationId': patient.talk })).at(-1)
const lin = async () => colleague(world, { token: await signInPhysician(world) })
const tap = async (userid: string): Promise<void> => {
  const taskId = (await cards(world, userid)).at(-1)?.taskId
  await world.sandbox.control('card-tap', { userid, taskId, key: 'take' })
  await world.settle()
}
async function setDuty(change: object): Promise<void> {
  const put = await world.call('PUT', '/api/console/programmes/type-2-diabetes/duty', {
    cookie: await world.signInConsole(),
    body: {
      hours: { workdays: [1, 2, 3, 4, 5], from: 480, to: 1050 },
      members: [],
      onCall: 'chensiyuan',
      ...change,
    },
  })
  expect(put.status).toBe(200)
}

describe('an ordinary need', () => {
  it('asks whoever has it at once, then the health manager, then the person on call every hour, until somebody takes it', async () => {
    await write('转人工')
    expect(await count()).toEqual({ linzhiyuan: 1, zhouning: 0, chensiyuan: 0 })
    const [card] = await cards(world, 'linzhiyuan')
    expect(card).toMatchObject({ title: '一位患者在等医护回复', why: '轮到您先处理', replaced: null })
    // Law 9: no name and no word of the patient.
    expect(card?.whole).not.toMatch(/病友|转人工/)
    expect(card?.whole).toContain(encodeURIComponent(patient.talk))
    await minutes(29)
    expect(await count()).toMatchObject({ zhouning: 0 })
    await minutes(1)
    expect(await count()).toEqual({ linzhiyuan: 1, zhouning: 1, chensiyuan: 0 })
    await minutes(30)
    expect(await count()).toEqual({ linzhiyuan: 1, zhouning: 1, chensiyuan: 1 })
    await minutes(120)
    expect(await count()).toEqual({ linzhiyuan: 1, zhouning: 1, chensiyuan: 3 })
    const { body } = await (await lin()).act(patient.talk, { action: 'take' })
    expect(body.escalation).toMatchObject({ nextAt: null, acknowledgedBy: '林致远' })
    await world.settle()
    for (const userid of ['linzhiyuan', 'zhouning', 'chensiyuan'])
      for (const { replaced } of await cards(world, userid)) expect(replaced).toBe('林致远已接手')
    await minutes(180)
    expect(await count()).toEqual({ linzhiyuan: 1, zhouning: 1, chensiyuan: 3 })
  })

  it('lets people sleep, and counts open minutes only', async () => {
    await at(world, 0, '17:20')
    await write('转人工')
    expect(await count()).toMatchObject({ linzhiyuan: 1 })
    await at(world, 1, '08:19')
    expect(await count()).toEqual({ linzhiyuan: 1, zhouning: 0, chensiyuan: 0 })
    await at(world, 1, '08:21')
    expect(await count()).toEqual({ linzhiyuan: 1, zhouning: 1, chensiyuan: 0 })
  })

  it('asks nobody at night, and the first person in the morning', async () => {
    await at(world, 1, '21:00')
    await write('转人工')
    await at(world, 2, '07:59')
    expect(await count()).toEqual({ linzhiyuan: 0, zhouning: 0, chensiyuan: 0 })
    await at(world, 2, '08:01')
    expect(await count()).toEqual({ linzhiyuan: 1, zhouning: 0, chensiyuan: 0 })
  })

  it('passes over whom no card reaches, and says so', async () => {
    await world.sandbox.control('member-scope', { userid: 'linzhiyuan', inScope: false })
    await world.update('staff', { _id: 'zhouning' }, { $set: { userid: null } })
    await write('转人工')
    await minutes(61)
    await world.sandbox.control('member-scope', { userid: 'linzhiyuan', inScope: true })
    await world.update('staff', { _id: 'zhouning' }, { $set: { userid: 'zhouning' } })
    const { body } = await (await lin()).page(patient.talk)
    expect(body.escalation.told.map(({ names }: { names: string[] }) => names)).toEqual([
      ['林致远（没送到）'],
      ['周宁（没送到）'],
      ['陈思远'],
    ])
    expect(await count()).toEqual({ linzhiyuan: 0, zhouning: 0, chensiyuan: 1 })
  })
})

describe('WeCom is away, or a host dies', () => {
  it('a card that could not be sent is sent within a minute of its coming back, once', async () => {
    await away(world, 'message/send', () => write('转人工'))
    expect(await count()).toMatchObject({ linzhiyuan: 0 })
    await minutes(1)
    expect(await count()).toMatchObject({ linzhiyuan: 1 })
    await minutes(5)
    expect(await count()).toMatchObject({ linzhiyuan: 1 })
    expect((await escalation()).told).toEqual([expect.objectContaining({ state: 'sent' })])
  })

  it('cards that could not be told who took it are told later', async () => {
    await write('转人工')
    await away(world, 'message/update_template_card', async () => {
      await (await lin()).act(patient.talk, { action: 'take' })
      await world.settle()
    })
    expect((await cards(world, 'linzhiyuan'))[0]).toMatchObject({ replaced: null })
    await world.endLeases()
    expect((await cards(world, 'linzhiyuan'))[0]).toMatchObject({ replaced: '林致远已接手' })
  })
})

describe('a red flag', () => {
  it('at night reaches the person on call at once, again every five minutes, until one acknowledges', async () => {
    await at(world, 3, '23:00')
    await write(RED_FLAG)
    expect(await count()).toMatchObject({ linzhiyuan: 0, chensiyuan: 1 })
    const [card] = await cards(world, 'chensiyuan')
    expect(card).toMatchObject({ title: '一位患者说到危险信号', why: '情况紧急，现在是下班时间' })
    await minutes(15)
    const before = await count()
    expect(before['chensiyuan']).toBe(4)
    await tap('chensiyuan')
    for (const { replaced } of await cards(world, 'chensiyuan')) expect(replaced).toBe('陈思远已接手')
    await minutes(30)
    expect(await count()).toEqual(before)
    expect(await world.host.product.repositories.conversations.byId(patient.talk)).toMatchObject({
      state: 'person',
      assignedTo: 'chensiyuan',
    })
    expect((await world.documents('handovers', { conversationId: patient.talk }))[0]).toMatchObject({
      acknowledgedBy: 'chensiyuan',
    })
  })

  it('is taken by the first who taps; a second tap changes nothing', async () => {
    await at(world, 4, '09:00')
    await write(RED_FLAG)
    await minutes(11)
    expect(await count()).toEqual({ linzhiyuan: 1, zhouning: 1, chensiyuan: 1 })
    // Both tap before either card was renewed.
    const taps = await Promise.all(['zhouning', 'chensiyuan'].map((userid) => cards(world, userid)))
    for (const [n, userid] of (['zhouning', 'chensiyuan'] as const).entries())
      await world.sandbox.control('card-tap', { userid, taskId: taps[n]?.[0]?.taskId, key: 'take' })
    await world.settle()
    const { assignedTo } = (await world.host.product.repositories.conversations.byId(patient.talk)) as any
    const name = { zhouning: '周宁', chensiyuan: '陈思远' }[assignedTo as string]
    expect(name).toBeDefined()
    expect(await escalation()).toMatchObject({ acknowledgedBy: assignedTo })
    for (const userid of ['linzhiyuan', 'zhouning', 'chensiyuan'])
      expect((await cards(world, userid)).map(({ replaced }) => replaced)).toEqual([`${name}已接手`])
  })

  it('that is passed to a colleague asks that colleague at once', async () => {
    await write(RED_FLAG)
    const before = await count()
    await (await lin()).act(patient.talk, { action: 'pass', to: 'chensiyuan' })
    await world.settle()
    expect((await count())['chensiyuan']).toBe((before['chensiyuan'] ?? 0) + 1)
    expect(await escalation()).toBeDefined()
  })

  it('asks everybody of the ladder when the person on call cannot be reached', async () => {
    await at(world, 5, '12:00')
    await world.sandbox.control('member-scope', { userid: 'chensiyuan', inScope: false })
    await write(RED_FLAG)
    expect(await count()).toMatchObject({ linzhiyuan: 0, chensiyuan: 0 })
    await minutes(6)
    await world.sandbox.control('member-scope', { userid: 'chensiyuan', inScope: true })
    expect(await count()).toMatchObject({ linzhiyuan: 1, zhouning: 1 })
  })

  it('asks whoever the duty page names, and everybody of the ladder when nobody is named', async () => {
    await setDuty({ onCall: 'zhouning' })
    await write(RED_FLAG)
    expect(await count()).toEqual({ linzhiyuan: 0, zhouning: 1, chensiyuan: 0 })
    await setDuty({ onCall: null })
    const second = await talker(world, `ladder${people++}`)
    await saySettled(world, second.user, RED_FLAG)
    expect(await count()).toMatchObject({ linzhiyuan: 1, zhouning: 2 })
    await setDuty({})
  })
})

// Last: from here on every call of the host goes through the one that kills it.
it('a host that dies at any call between attempt and outcome: one card a telling', async () => {
  await at(world, 7, '09:00')
  const host = killable(world)
  const begun = host.calls.length
  await write('转人工')
  const calls = host.calls.slice(begun).map((name, n) => ({ name, nth: n + 1 }))
  const deadly = calls.filter(({ name }) => /escalations|staffMessages/.test(name))
  expect(deadly.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['escalations.trying', 'wecom.staffMessages.send', 'escalations.settle']),
  )
  for (const { name, nth } of deadly) {
    for (const member of world.sandbox.world.members) member.inbox = []
    patient = await talker(world, `ladder${people++}`)
    host.killAfter(nth)
    await write('转人工').catch(() => undefined)
    host.revive()
    await world.endLeases()
    await world.settle()
    expect([name, nth, (await count())['linzhiyuan']]).toEqual([name, nth, 1])
  }
}, 300_000)

it('two hosts: one card a telling', async () => {
  const other: Host = await world.addHost()
  await write('转人工')
  await minutes(31)
  await minutes(30)
  expect(await count()).toEqual({ linzhiyuan: 1, zhouning: 1, chensiyuan: 1 })
  expect(other.port).not.toBe(world.host.port)
})
