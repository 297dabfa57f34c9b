import { saySettled } from '../testing/patient-steps'
import { signInPhysician } from '../testing/sign-in'
import { KNOWN, RED_FLAG, UNKNOWN, at, colleague, heard, sendSettled, talker } from '../testing/talk-steps'
import type { Colleague, Talker } from '../testing/talk-steps'
import { createWorld } from '../testing/world'
import type { World } from '../testing/world'

/** From the assistant to people: why, to whom, and what the patient is told meanwhile. The clock goes on from test to test, from Monday 10:00. */
let world: World
let lin: Colleague
let patient: Talker
let people = 0
beforeAll(async () => {
  world = await createWorld()
  lin = colleague(world, { token: await signInPhysician(world) })
})
afterAll(() => world.close())
beforeEach(async () => {
  // Nobody need be asked any more for those of the tests before.
  await world.update('escalations', {}, { $set: { nextAt: null } })
  patient = await talker(world, `need${people++}`)
})

const row = async (one = patient) => (await world.host.product.repositories.conversations.byId(one.talk)) as any
const open = async (one = patient) => {
  const { state, because, waitingUrgent, assignedTo } = await row(one)
  return { state, because, urgent: waitingUrgent, assignedTo }
}
const write = (text: string): Promise<void> => saySettled(world, patient.user, text)
const handOvers = async () =>
  (await world.documents('handovers', { conversationId: patient.talk })).sort((one, other) =>
    one.at < other.at ? -1 : 1,
  )
const escalations = () => world.documents('escalations', { 'subject.conversationId': patient.talk })
const minutes = (count: number): Promise<unknown> => world.sandbox.control('advance', { by: `${count}m` })
const said = (): Promise<string[]> => heard(world, patient.user)
async function setDuty(change: object): Promise<void> {
  const cookie = await world.signInConsole()
  const put = await world.call('PUT', '/api/console/programmes/type-2-diabetes/duty', {
    cookie,
    body: { hours: { workdays: [1, 2, 3, 4, 5], from: 480, to: 1050 }, members: [], onCall: null, ...change },
  })
  expect(put.status).toBe(200)
}
const off = (...ids: string[]) => ids.map((id) => ({ id, availability: 'off' }))

describe('why', () => {
  it.each([
    ['转人工', 'asked', false, /已转给林致远主治医师，会在这里回您/],
    [UNKNOWN, 'doubt', false, /已转给林致远主治医师，会在这里回您/],
    [RED_FLAG, 'red-flag', true, /已经马上通知林致远主治医师[^]*120/],
    ['血糖 2.8，手抖', 'red-flag', true, /已经马上通知/],
    ['血糖 16.7', 'red-flag', true, /已经马上通知/],
    ['活着没意思，不想活了', 'red-flag', true, /已经马上通知/],
  ])('%s: %s', async (text, because, urgent, reply) => {
    await write(text)
    expect(await open()).toEqual({ state: 'waiting', because, urgent, assignedTo: 'linzhiyuan' })
    expect(await said()).toEqual([expect.stringMatching(reply)])
    expect(await handOvers()).toEqual([
      expect.objectContaining({ because, urgent, question: text, assignedTo: 'linzhiyuan', acknowledgedAt: null }),
    ])
  })

  it('the same question twice within half an hour', async () => {
    await write(KNOWN)
    await minutes(20)
    await write('饭后血糖应该多少')
    expect(await open()).toMatchObject({ state: 'waiting', because: 'repeated' })
    expect((await said()).at(-1)).toContain('已转给林致远')
  })

  it('not the same question after half an hour', async () => {
    await write(KNOWN)
    await minutes(31)
    await write(KNOWN)
    expect(await open()).toMatchObject({ state: 'assistant' })
    expect((await said()).filter((text) => text.includes('10.0 mmol/L'))).toHaveLength(2)
  })

  it.each([
    ['a picture', { msgtype: 'image', base64: Buffer.from('ffd8ffe000104a464946', 'hex').toString('base64') }],
    ['a voice', { msgtype: 'voice', seconds: 3 }],
  ])('%s, which the assistant cannot read, even when a follow-up waits for an answer', async (_, message) => {
    await write('餐后两小时从什么时候开始算')
    await world.update(
      'touchpoints',
      { patientId: patient.patientId },
      { $set: { state: 'delivered', attempt: { at: world.host.product.clock.instant() } } },
    )
    await sendSettled(world, patient.user, message)
    expect(await open()).toMatchObject({ state: 'waiting', because: 'doubt' })
    expect((await said()).at(-1)).toContain('已转给林致远')
  })
})

describe('to whom', () => {
  afterAll(async () => {
    await setDuty({})
    await world.update('staff', { _id: 'zhouning' }, { $set: { role: 'healthManager' } })
  })

  it('the team by load when the responsible physician is not there', async () => {
    await setDuty({ members: off('linzhiyuan') })
    await write(UNKNOWN)
    expect(await open()).toMatchObject({ assignedTo: 'chensiyuan' })
    // Among equals of one role the one with fewer open: now 陈思远 has one.
    await world.update('staff', { _id: 'zhouning' }, { $set: { role: 'physician' } })
    const second = await talker(world, `need${people++}`)
    await saySettled(world, second.user, UNKNOWN)
    expect(await open(second)).toMatchObject({ assignedTo: 'zhouning' })
    expect((await row(second)).unreadFor.sort()).toEqual(['linzhiyuan', 'zhouning'])
  })

  it('the health manager when no physician is there', async () => {
    await setDuty({ members: off('linzhiyuan', 'chensiyuan') })
    await write(UNKNOWN)
    expect(await open()).toMatchObject({ assignedTo: 'zhouning' })
    // The words stay with the physician who answers for this patient.
    expect((await said())[0]).toContain('林致远')
  })

  it('nobody is there: the responsible physician finds it', async () => {
    await setDuty({ members: off('linzhiyuan', 'chensiyuan', 'zhouning', 'hejing') })
    await write(UNKNOWN)
    expect(await open()).toMatchObject({ state: 'waiting', assignedTo: 'linzhiyuan' })
    const { body } = await lin.inbox()
    expect(body.rows).toContainEqual(expect.objectContaining({ id: patient.talk, waitingFor: UNKNOWN, unread: 1 }))
  })
})

describe('while somebody waits', () => {
  beforeEach(() => write('转人工'))
  const told = async (): Promise<string[]> => (await said()).filter((text) => text.includes('已经记在一起了'))

  it('says at most every ten minutes that it is kept, and for how long they have waited', async () => {
    await minutes(3)
    await write('在吗')
    expect(await told()).toEqual([])
    await minutes(8)
    await write('脚还是麻')
    expect(await told()).toEqual([expect.stringMatching(/林致远主治医师还没看到，您已等了11 分钟。/)])
    await minutes(5)
    await write('人呢')
    expect(await told()).toHaveLength(1)
    await minutes(44)
    await write('还没有人吗')
    expect((await told()).at(-1)).toContain('您已等了1 小时。')
    await minutes(65)
    await write('请回一下')
    expect((await told()).at(-1)).toContain('您已等了2 小时 5 分钟。')
    expect(await handOvers()).toHaveLength(1)
    expect(await open()).toMatchObject({ state: 'waiting', because: 'asked', urgent: false })
  })

  it('still answers what it knows, and goes on waiting', async () => {
    await write(KNOWN)
    expect((await said()).at(-1)).toContain('10.0 mmol/L')
    expect(await open()).toMatchObject({ state: 'waiting', because: 'asked' })
  })

  it('a red flag makes it urgent; one more asks nobody anew; whoever replies has answered them all', async () => {
    await minutes(2)
    await write(RED_FLAG)
    expect(await open()).toMatchObject({ state: 'waiting', because: 'red-flag', urgent: true })
    const before = await escalations()
    await write('喘不上气')
    expect((await said()).filter((text) => text.includes('马上通知'))).toHaveLength(2)
    expect((await escalations()).map(({ _id }) => _id)).toEqual(before.map(({ _id }) => _id))
    await lin.send(patient.talk, { kind: 'text', clientId: crypto.randomUUID(), text: '马上打 120' })
    const rows = await handOvers()
    expect(rows.map(({ because }) => because)).toEqual(['asked', 'red-flag'])
    for (const one of rows) expect(one).toMatchObject({ acknowledgedBy: 'linzhiyuan', firstReplyBy: 'linzhiyuan' })
    for (const one of await escalations()) expect(one).toMatchObject({ acknowledgedBy: 'linzhiyuan' })
    await lin.act(patient.talk, { action: 'give-back' })
    for (const one of await handOvers()) expect(one).toMatchObject({ closedBy: 'linzhiyuan' })
  })
})

describe('while a person answers', () => {
  beforeEach(async () => {
    await write(UNKNOWN)
    await lin.act(patient.talk, { action: 'take' })
  })

  it('the assistant is silent', async () => {
    const before = await said()
    await write(KNOWN)
    await write(UNKNOWN)
    expect(await said()).toEqual(before)
    expect(await open()).toMatchObject({ state: 'person' })
  })

  it('but for a red flag, which waits for somebody again', async () => {
    await write(RED_FLAG)
    expect(await open()).toMatchObject({ state: 'waiting', because: 'red-flag', urgent: true })
    expect((await said()).at(-1)).toContain('120')
  })

  it('a red flag that comes while a reply is on its way is not answered by it', async () => {
    const { wecom } = world.host.product
    const message = wecom?.kf.send.message
    if (!wecom || !message) throw new Error('no WeCom')
    let flagged = false
    Object.assign(wecom.kf.send, {
      message: async (...args: Parameters<typeof message>) => {
        const sent = await message(...args)
        if (!flagged) {
          flagged = true
          await write(RED_FLAG)
        }
        return sent
      },
    })
    await lin.send(patient.talk, { kind: 'text', clientId: crypto.randomUUID(), text: '别着急，慢慢说' })
    expect(await open()).toMatchObject({ state: 'waiting', because: 'red-flag', urgent: true })
    expect((await escalations()).filter(({ acknowledgedAt }) => acknowledgedAt === null)).toEqual([
      expect.objectContaining({ kind: 'red-flag' }),
    ])
  })

  it('it answers again half a day after the last word of that person', async () => {
    await minutes(11 * 60)
    await write(KNOWN)
    expect((await said()).at(-1)).not.toContain('10.0 mmol/L')
    await minutes(2 * 60)
    await write(KNOWN)
    expect((await said()).at(-1)).toContain('10.0 mmol/L')
    expect(await open()).toMatchObject({ state: 'assistant', assignedTo: null })
    expect(await handOvers()).toEqual([expect.objectContaining({ closedBy: 'time' })])
  })
})

describe('when nobody is at work', () => {
  it.each([
    ['in the early morning', 1, '06:30', '今天 08:00'],
    ['in the evening', 1, '20:00', '明天 08:00'],
    ['on Friday evening', 4, '18:00', '周一 08:00'],
    ['on Sunday', 6, '12:00', '明天 08:00'],
  ])('%s it says that it is %s, %s: %s', async (_, day, clock, opens) => {
    await at(world, day, clock)
    await write('转人工')
    const answer = (await said()).at(-1)
    expect(answer).toContain(`现在是下班时间，${opens}有人看`)
    expect(answer).toContain('120')
  })

  it('a red flag is told at any hour, without a word of office hours', async () => {
    await setDuty({ onCall: 'chensiyuan' })
    await at(world, 6, '23:00')
    await write(RED_FLAG)
    expect((await said()).at(-1)).toMatch(/马上通知陈思远副主任医师/)
    expect((await said()).at(-1)).not.toMatch(/下班/)
  })
})
