import { randomUUID } from 'node:crypto'
import { demo } from '@suixing/sandbox'
import { during } from '../testing/faults'
import { chat, saySettled } from '../testing/patient-steps'
import { signInPhysician } from '../testing/sign-in'
import { KNOWN, RED_FLAG, colleague, heard, talker } from '../testing/talk-steps'
import type { Colleague, Talker } from '../testing/talk-steps'
import { createWorld } from '../testing/world'
import type { Answer, World } from '../testing/world'

/** The session in the hands of a person in the WeCom client (state 3): the API may not send there until it ends. */
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
  patient = await talker(world, `client${people++}`)
})
afterEach(() => world.sandbox.control('switch', { name: 'kfSendEnded', value: 'state' }))

const kf = async (action: string, userid: string, more: object = {}): Promise<void> => {
  await world.sandbox.control(action, { userid, user: patient.user, ...more })
  await world.settle()
}
const write = (text: string): Promise<void> => saySettled(world, patient.user, text)
const said = (): Promise<string[]> => heard(world, patient.user)
const page = async () => (await lin.page(patient.talk)).body
const reply = (text: string): Promise<Answer> => lin.send(patient.talk, { kind: 'text', text, clientId: randomUUID() })
const toClient = (to: string): Promise<Answer> => lin.act(patient.talk, { action: 'to-client', to })
const session = () => {
  const found = world.sandbox.world.kfSessions.find(({ user }) => user === patient.user)
  if (!found) throw new Error('no session')
  return found
}
const handOvers = (): Promise<any[]> => world.documents('handovers', { conversationId: patient.talk })
const own = async () => (await world.call('GET', '/api/patient/messages', { token: patient.token })).body

describe('put there from here', () => {
  it('tells the patient who came, is silent itself, and takes words of both sides in', async () => {
    await write('转人工')
    const put = await toClient('zhouning')
    expect(put).toMatchObject({
      status: 200,
      body: { client: { name: '周宁' }, conversation: { state: 'person', window: { open: false, left: 0 } } },
    })
    expect(session()).toMatchObject({ state: 3, servicer: 'zhouning' })
    expect((await said()).at(-1)).toBe('「智能助手」\n周宁 健康管理师来了，请说。')

    const before = (await said()).length
    await write(KNOWN)
    expect(await said()).toHaveLength(before)
    expect((await reply('我也在')).body).toMatchObject({ via: 'miniChat', window: { open: false } })
    expect(await said()).toHaveLength(before)
    await world.settle()

    await kf('kf-say', 'zhouning', { msgtype: 'text', text: '餐后两小时 10 以下' })
    const messages = (await page()).messages.map(({ author, text, channel }: any) => [
      author.name ?? author.kind,
      text,
      channel,
    ])
    expect(messages).toEqual([
      [expect.any(String), '转人工', 'kf'],
      ['assistant', expect.stringContaining('已转给林致远'), 'kf'],
      ['assistant', '周宁 健康管理师来了，请说。', 'kf'],
      [expect.any(String), KNOWN, 'kf'],
      ['林致远', '我也在', 'miniChat'],
      ['周宁', '餐后两小时 10 以下', 'kf'],
    ])
    expect((await own()).messages.map(({ text }: { text: string }) => text)).toEqual(
      messages.map(([, text]: string[]) => text),
    )
  })

  it('is refused with what to do, and changes nothing', async () => {
    const silent = await toClient('zhouning')
    expect(silent).toMatchObject({
      status: 409,
      body: { code: 'window-closed', hint: expect.stringContaining('等患者') },
    })
    await write('转人工')
    expect(await toClient('linzhiyuan')).toMatchObject({
      status: 409,
      body: { code: 'conflict', field: 'body.to', hint: expect.stringContaining('接待人员') },
    })
    for (const paused of [false, true]) {
      await world.sandbox.control('servicer', { userid: 'chensiyuan', receiving: false, paused })
      await world.settle()
      expect(await toClient('chensiyuan')).toMatchObject({
        status: 409,
        body: { code: 'conflict', hint: expect.stringContaining('没有在接待') },
      })
    }
    expect(await page()).toMatchObject({ client: null, conversation: { state: 'waiting', window: { open: true } } })
    await world.sandbox.control('servicer', { userid: 'chensiyuan', receiving: true })
    await world.settle()
    expect((await toClient('chensiyuan')).status).toBe(200)
    // No transition: it is with her already.
    expect(await toClient('chensiyuan')).toMatchObject({
      status: 409,
      body: { code: 'conflict', hint: expect.any(String) },
    })
    expect((await page()).client).toEqual({ name: '陈思远' })
  })
})

it('taken from the pool, passed on, ended and taken up again by staff: each time it is known who has it', async () => {
  await write('转人工')
  const { kf: at } = (await world.host.product.repositories.conversations.byId(patient.talk)) as any
  await world.host.product.wecom?.kf.sessions.transfer({
    open_kfid: at.openKfid,
    external_userid: at.externalUserid,
    state: 'queue',
  })
  await kf('kf-take', 'zhouning')
  expect(await page()).toMatchObject({
    client: { name: '周宁' },
    conversation: { state: 'person', assignedTo: { id: 'zhouning' } },
  })
  expect((await said()).at(-1)).toContain('周宁 健康管理师来了')
  const told = (await said()).length

  await kf('kf-transfer', 'zhouning', { to: 'chensiyuan' })
  expect(await page()).toMatchObject({ client: { name: '陈思远' }, conversation: { assignedTo: { id: 'chensiyuan' } } })
  await write(KNOWN)
  expect(await said()).toHaveLength(told)

  await kf('kf-end', 'chensiyuan')
  expect(await page()).toMatchObject({
    client: null,
    conversation: { state: 'assistant', waitingSince: null, window: { open: false } },
  })
  expect((await handOvers()).map(({ closedBy }) => closedBy)).toEqual(['chensiyuan'])
  // Until the patient writes, WeCom lets nothing through: nothing is tried there.
  expect((await reply('周四见')).body).toMatchObject({ via: 'miniChat', message: { state: 'sent' } })

  await kf('kf-reopen', 'zhouning')
  expect((await page()).client).toEqual({ name: '周宁' })
  await kf('kf-end', 'zhouning')
  expect((await page()).client).toBeNull()
})

it('the end asks how it was; the tap counts once, and the assistant answers again', async () => {
  await write('转人工')
  await toClient('zhouning')
  await kf('kf-say', 'zhouning', { msgtype: 'text', text: '明天来拿药' })
  await kf('kf-end', 'zhouning')
  const [menu] = (await chat(world, patient.user, 'kf'))
    .filter(({ content }) => content.type === 'menu')
    .slice(-1) as any[]
  expect(menu.content.items.map(({ content }: { content: string }) => content)).toEqual([
    '帮到我了',
    '一般',
    '没有帮到',
  ])
  const shown = async () => (await page()).messages.find(({ content }: any) => content?.kind === 'menu')
  expect(await shown()).toMatchObject({ channel: 'kf', state: 'sent', content: { chosen: null } })

  const tap = { user: patient.user, chatId: `kf:${demo.kf.openKfid}`, messageId: menu.id }
  const before = (await said()).length
  await world.sandbox.control('tap', { ...tap, index: 0 })
  await world.settle()
  await world.sandbox.control('tap', { ...tap, index: 2 })
  await world.settle()
  expect(await handOvers()).toEqual([
    expect.objectContaining({
      firstReplyBy: 'zhouning',
      closedBy: 'zhouning',
      satisfaction: expect.objectContaining({ score: 3 }),
    }),
  ])
  expect((await shown()).content.chosen).toMatch(/^rate_3_/)
  expect(await said()).toHaveLength(before)

  await write(KNOWN)
  expect((await said()).slice(before)).toEqual([expect.stringContaining('10.0 mmol/L')])
})

it('pulled again from the beginning: no second hand-over, no second word', async () => {
  await write('转人工')
  await toClient('zhouning')
  await kf('kf-say', 'zhouning', { msgtype: 'text', text: '明天来拿药' })
  await kf('kf-end', 'zhouning')
  await kf('kf-reopen', 'zhouning')
  await kf('kf-end', 'zhouning')
  const before = [
    (await handOvers()).map(({ _id, closedAt }) => [_id, closedAt !== null]),
    await said(),
    (await page()).messages,
  ]
  await world.update('kfaccounts', {}, { $set: { cursor: '', pending: true, token: null } })
  await world.settle()
  expect([
    (await handOvers()).map(({ _id, closedAt }) => [_id, closedAt !== null]),
    await said(),
    (await page()).messages,
  ]).toEqual(before)
  expect(await page()).toMatchObject({ client: null, conversation: { state: 'assistant' } })
})

it('a red flag while somebody has it escalates until that person answers', async () => {
  await write('转人工')
  await toClient('zhouning')
  await write(RED_FLAG)
  const escalation = async () =>
    (await world.documents('escalations', { 'subject.conversationId': patient.talk, urgency: 'urgent' }))[0]
  expect(await escalation()).toMatchObject({ acknowledgedAt: null })
  expect((await page()).conversation).toMatchObject({ state: 'waiting', urgent: true })
  await kf('kf-say', 'zhouning', { msgtype: 'text', text: '我已经叫了 120，您坐着别动' })
  expect(await escalation()).toMatchObject({ acknowledgedBy: 'zhouning' })
  expect((await page()).conversation).toMatchObject({ state: 'person', urgent: false })
})

it('an end that is heard late closes nothing that began after it', async () => {
  await write('转人工')
  await toClient('zhouning')
  await during(world, 'callbackDrop', { rate: 1 }, async () => {
    await world.update('kfaccounts', {}, { $set: { nextPullAt: '2027-01-01T00:00:00.000Z' } })
    await kf('kf-end', 'zhouning')
    await world.sandbox.control('advance', { by: '5s' })
    const answer = await world.call('POST', '/api/patient/messages', {
      token: patient.token,
      body: { kind: 'text', text: RED_FLAG, clientId: randomUUID() },
    })
    expect(answer.status).toBe(200)
  })
  expect((await page()).client).toEqual({ name: '周宁' })
  await world.update('kfaccounts', {}, { $set: { nextPullAt: '2026-01-01T00:00:00.000Z' } })
  await world.settle()
  expect(await page()).toMatchObject({ client: null, conversation: { state: 'waiting', urgent: true } })
})

describe('when nobody tells', () => {
  it('that somebody took it: a refused message finds out, and the next goes to the mini-program', async () => {
    await write(KNOWN)
    Object.assign(session(), { state: 3, servicer: 'zhouning' })
    expect((await reply('您好')).body.message).toMatchObject({
      state: 'failed',
      failure: { code: 'state-forbids', zh: expect.stringContaining('请在那里回复') },
    })
    expect((await page()).client).toEqual({ name: '周宁' })
    expect((await reply('您好')).body).toMatchObject({ via: 'miniChat', message: { state: 'sent' } })
  })

  it('that it ended by itself after two days: the assistant answers again', async () => {
    await write('转人工')
    await toClient('zhouning')
    session().activeAt = world.sandbox.clock.now() - 49 * 3_600_000
    await world.update('conversations', { _id: patient.talk }, { $set: { personSince: '2026-11-21T00:00:00.000Z' } })
    expect((await page()).client).toEqual({ name: '周宁' })
    const before = (await said()).length
    await write(KNOWN)
    expect((await page()).client).toBeNull()
    expect((await said()).slice(before)).toEqual([expect.stringContaining('10.0 mmol/L')])
  })

  it.each([
    ['state', 'state-forbids'],
    ['ended', 'session-ended'],
  ])(
    'that it is over, where WeCom says so as «%s»: nothing more is tried until the patient writes',
    async (value, code) => {
      await world.sandbox.control('switch', { name: 'kfSendEnded', value })
      await write(KNOWN)
      Object.assign(session(), { state: 4, servicer: null })
      expect((await reply('您好')).body).toMatchObject({
        message: { state: 'failed', failure: { code } },
        window: { open: false },
      })
      expect((await reply('您好')).body).toMatchObject({ via: 'miniChat' })
      await write('好的')
      expect((await page()).conversation.window).toMatchObject({ open: true })
    },
  )

  it('because the state cannot be asked: the refusal stands, and nothing breaks', async () => {
    await write(KNOWN)
    Object.assign(session(), { state: 3, servicer: 'zhouning' })
    const refused = await during(world, 'apiError', { api: 'kf/service_state/get', errcode: 48002, next: 99 }, () =>
      reply('您好'),
    )
    expect(refused.body.message).toMatchObject({ state: 'failed', failure: { code: 'state-forbids' } })
    expect((await page()).client).toBeNull()
  })
})

it('a servicer whom the team does not know is shown by the id, and holds the session all the same', async () => {
  await write(KNOWN)
  const account = world.sandbox.world.kfAccounts.find(({ openKfid }) => openKfid === demo.kf.openKfid)
  if (!world.sandbox.world.members.some(({ userid }) => userid === 'nurse.wu'))
    world.sandbox.world.members.push({
      ...(world.sandbox.world.members[0] as object),
      userid: 'nurse.wu',
      name: '吴护士',
    } as never)
  account?.servicers.push({ userid: 'nurse.wu', receiving: true })
  Object.assign(session(), { state: 3, servicer: 'zhouning' })
  await kf('kf-transfer', 'zhouning', { to: 'nurse.wu' })
  await kf('kf-say', 'nurse.wu', { msgtype: 'text', text: '您好' })
  expect(await page()).toMatchObject({ client: { name: 'nurse.wu' } })
  expect((await page()).messages.at(-1)).toMatchObject({ text: '您好', author: { kind: 'staff', name: 'nurse.wu' } })
  await kf('kf-end', 'nurse.wu')
  expect((await page()).client).toBeNull()
})

describe("where the team answers in the WeCom client, from WeCom's own queue", () => {
  const handOver = () => world.host.product.programmes.get('type-2-diabetes').definition.handOver
  beforeEach(() => Object.assign(handOver(), { place: 'wecom-queue' }))
  afterEach(() => Object.assign(handOver(), { place: 'here' }))

  it('a hand-over is queued there, said once, and taken from there', async () => {
    await write('转人工')
    expect(session()).toMatchObject({ state: 2 })
    expect((await said()).slice(-2)).toEqual([
      expect.stringContaining('已转给林致远'),
      expect.stringContaining('已进入人工接待的队列'),
    ])
    expect(await page()).toMatchObject({ client: { name: '等人接入' }, conversation: { state: 'waiting' } })
    const before = (await said()).length
    await write('还在吗')
    expect(await said()).toHaveLength(before)

    await kf('kf-take', 'zhouning')
    expect(await page()).toMatchObject({
      client: { name: '周宁' },
      conversation: { state: 'person', waitingSince: null },
    })
  })

  it('a red flag is not: whoever has the phone at hand answers', async () => {
    await write(RED_FLAG)
    expect(session()).toMatchObject({ state: 1 })
  })
})
