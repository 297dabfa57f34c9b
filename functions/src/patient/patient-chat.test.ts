import { randomUUID } from 'node:crypto'
import { demo } from '@suixing/sandbox'
import { conversationId } from '../conversation/conversation-id'
import { during } from '../testing/faults'
import { killable } from '../testing/kill'
import { addUser, chat, enrol, openAssistant, saySettled } from '../testing/patient-steps'
import type { Invited } from '../testing/patient-steps'
import { signInPhysician } from '../testing/sign-in'
import { KNOWN, PROGRAMME, UNKNOWN, at, colleague } from '../testing/talk-steps'
import type { Colleague } from '../testing/talk-steps'
import { createWorld } from '../testing/world'
import type { Answer, World } from '../testing/world'

/** The conversation as the patient has it in the mini-program, from before any kf chat exists. */
const TEMPLATE = demo.templates[3].id
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex')
const AAC = Buffer.concat([Buffer.from('\xff\xf1\x50\x80\x02\x1f\xfc', 'latin1'), Buffer.alloc(200)])
let world: World
let lin: Colleague
let patient: Invited
let people = 0
beforeAll(async () => {
  world = await createWorld()
  lin = colleague(world, { token: await signInPhysician(world) })
})
afterAll(() => world.close())
beforeEach(async () => {
  patient = await enrol(world, addUser(world, `mini${people++}`))
})

const talk = (): string => conversationId(PROGRAMME, patient.patientId)
const read = async (query = '') =>
  (await world.call('GET', `/api/patient/messages${query}`, { token: patient.token })).body
const post = (path: string, body: unknown, token = patient.token): Promise<Answer> =>
  world.call('POST', `/api/patient/${path}`, { token, body })
const write = (text: string, clientId: string = randomUUID()): Promise<Answer> =>
  post('messages', { kind: 'text', text, clientId })
const upload = (query: string, raw: Buffer, token = patient.token): Promise<Answer> =>
  world.call('POST', `/api/patient/media${query}`, { token, raw })
const reply = async (text: string, clientId: string = randomUUID()): Promise<Answer> => {
  await world.settle()
  const sent = await lin.send(talk(), { kind: 'text', text, clientId })
  await world.settle()
  return sent
}
const lines = async (): Promise<string[]> => (await read()).messages.map(({ text }: { text: string }) => text)
const notices = async (): Promise<any[]> => (await chat(world, patient.user, 'service' as never)) as any[]
const allow = async (): Promise<void> => {
  await world.sandbox.control('subscribe', { user: patient.user, templateId: TEMPLATE, decision: 'accept' })
  expect((await post('subscriptions', { results: { [TEMPLATE]: 'accept' } })).status).toBe(200)
}
const credits = async (): Promise<number> => (await lin.page(talk())).body.subscribeCredits

describe('words', () => {
  it('are answered before any kf chat exists, by an assistant that says what it is', async () => {
    expect(await read()).toMatchObject({ messages: [], state: 'assistant', programme: { id: PROGRAMME } })
    const said = await write(KNOWN)
    expect(said).toMatchObject({
      status: 200,
      body: { message: { text: KNOWN, state: 'received', channel: 'miniChat', author: { kind: 'patient' } } },
    })
    expect((await read()).messages).toEqual([
      said.body.message,
      expect.objectContaining({
        author: { kind: 'assistant' },
        channel: 'miniChat',
        text: expect.stringContaining('10.0 mmol/L'),
        faq: expect.any(Object),
      }),
    ])
    const [row] = await world.documents('messages', { answers: said.body.message.id })
    expect(row.text).toMatch(/^「智能助手」\n/)
    expect(await chat(world, patient.user, 'kf')).toEqual([])
  })

  it('sent again are one message with one answer: one after another, at once, and through two hosts', async () => {
    const other = await world.addHost()
    const urls = [world.url, `http://127.0.0.1:${other.port}`]
    const clientId = randomUUID()
    const send = async (url: string) =>
      fetch(`${url}/api/patient/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${patient.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'text', text: KNOWN, clientId }),
      })
    const answers = await Promise.all([...urls, ...urls, ...urls, ...urls].map(send))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    const bodies = await Promise.all(answers.map(async (one) => ((await one.json()) as any).message.id))
    expect(new Set(bodies).size).toBe(1)
    expect((await write(KNOWN, clientId)).body.message.id).toBe(bodies[0])
    expect(await lines()).toEqual([KNOWN, expect.stringContaining('10.0 mmol/L')])
  })

  it('nobody can answer are handed over; a staff reply arrives here and the assistant keeps quiet', async () => {
    await write(UNKNOWN)
    expect(await read()).toMatchObject({ state: 'waiting', waitingSince: expect.any(String), opensAt: null })
    expect((await lines())[1]).toContain('已转给林致远')
    expect((await reply('周四来门诊看看')).body).toMatchObject({ via: 'miniChat', told: 'no-credit' })
    expect((await read()).messages.at(-1)).toMatchObject({
      text: '周四来门诊看看',
      author: { kind: 'staff', name: '林致远', title: '主治医师' },
    })
    expect(await read()).toMatchObject({ state: 'person' })
    await write(KNOWN)
    expect((await lines()).at(-1)).toBe(KNOWN)
  })

  it('of a shut team say when somebody is there again', async () => {
    const night = await createWorld()
    try {
      const one = await enrol(night, addUser(night, 'night'))
      await at(night, 0, '23:10')
      const call = (body: unknown) => night.call('POST', '/api/patient/messages', { token: one.token, body })
      await call({ kind: 'text', text: UNKNOWN, clientId: randomUUID() })
      const { body } = await night.call('GET', '/api/patient/messages', { token: one.token })
      expect(body).toMatchObject({ state: 'waiting', opensAt: '明天 08:00' })
      const unchanged = await night.call('GET', `/api/patient/messages?after=${body.cursor}`, { token: one.token })
      expect(unchanged.body).toMatchObject({ unchanged: true, opensAt: '明天 08:00' })
      await at(night, 1, '08:01')
      const morning = await night.call('GET', `/api/patient/messages?after=${body.cursor}`, { token: one.token })
      expect(morning.body).toMatchObject({ unchanged: false, opensAt: null })
    } finally {
      await night.close()
    }
  })

  it('of both channels stand in one conversation, in order', async () => {
    await write('小程序里的第一句')
    await openAssistant(world, patient)
    await saySettled(world, patient.user, '微信里的第二句')
    await write('小程序里的第三句')
    const own = (await read()).messages.filter(({ author }: any) => author.kind === 'patient')
    expect(own.map(({ text, channel }: any) => [text, channel])).toEqual([
      ['小程序里的第一句', 'miniChat'],
      ['微信里的第二句', 'kf'],
      ['小程序里的第三句', 'miniChat'],
    ])
    expect(await world.documents('conversations', { patientId: patient.patientId })).toHaveLength(1)
    expect((await lin.page(talk())).body.messages.map(({ id }: any) => id)).toEqual(
      (await read()).messages.map(({ id }: any) => id),
    )
  })

  it('of notes are never shown, and somebody without a programme is told what to do', async () => {
    await write(UNKNOWN)
    await lin.send(talk(), { kind: 'note', text: '家属电话在病历里', clientId: randomUUID() })
    await world.settle()
    expect(JSON.stringify(await read())).not.toContain('家属电话')
    expect(JSON.stringify((await lin.page(talk())).body)).toContain('家属电话')
    expect(
      (await post('messages', { kind: 'text', text: '您好', clientId: randomUUID(), programmeId: 'another' })).status,
    ).toBe(403)
  })
})

describe('pages', () => {
  it('answer unchanged until something is new, and page back to the beginning without a gap', async () => {
    await lin.act(talk(), { action: 'take' })
    await write('第 0 句')
    await lin.act(talk(), { action: 'take' })
    const { cursor } = await read()
    expect(await read(`?after=${cursor}`)).toMatchObject({ unchanged: true, messages: [], cursor })
    const [first] = await world.documents('messages', { patientId: patient.patientId })
    for (let n = 1; n <= 220; n++) {
      // Pairs of one instant, so that a page can end between the two.
      const instant = new Date(Date.parse(first.at) + Math.floor(n / 2)).toISOString()
      await world.host.product.repositories.messages.keep({ ...first, _id: `p${people}-${n}`, at: instant })
    }
    await write('最后一句')
    expect(await read(`?after=${cursor}`)).toMatchObject({ unchanged: false })
    const shown: string[] = []
    let before: string | null = null
    do {
      const part: any = await read(before ? `?before=${encodeURIComponent(before)}` : '')
      shown.unshift(...part.messages.map(({ id }: any) => id))
      before = part.earlier
    } while (before)
    const rows = await world.documents('messages', { patientId: patient.patientId })
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown).toHaveLength(rows.length)
  })

  it('keep how far each side has read, which never goes back nor beyond now', async () => {
    const said = (await write(UNKNOWN)).body.message
    expect((await read()).readByTeam).toBeNull()
    await lin.act(talk(), { action: 'read', upTo: said.at })
    expect((await read()).readByTeam).toBe(said.at)
    const upTo = async () => (await lin.page(talk())).body.readUpTo.patient
    await post('messages/read', { upTo: said.at })
    expect(await upTo()).toBe(said.at)
    await post('messages/read', { upTo: '2026-11-01T00:00:00.000Z' })
    expect(await upTo()).toBe(said.at)
    await world.settle()
    await post('messages/read', { upTo: '2030-01-01T00:00:00.000Z' })
    expect(await upTo()).toBe(world.host.product.clock.instant())
  })
})

describe('files', () => {
  it.each([
    ['image', PNG, 'image/png', '?kind=image&name=foot.png'],
    ['voice', AAC, 'audio/aac', '?kind=voice&name=a.aac&seconds=4'],
  ])('an %s is kept as its bytes and goes to people', async (kind, bytes, contentType, query) => {
    const { status, body } = await upload(query, bytes)
    expect([status, body.media]).toEqual([
      200,
      expect.objectContaining({ state: 'stored', contentType, bytes: bytes.length }),
    ])
    const sent = await post('messages', { kind, mediaId: body.media.id, clientId: randomUUID() })
    expect(sent.body.message).toMatchObject({ content: { kind, media: { id: body.media.id } } })
    const shown = (await lin.page(talk())).body.messages.find(({ id }: any) => id === sent.body.message.id)
    const file = await fetch(`${world.url}${shown.content.media.url}`)
    expect(file.headers.get('content-type')).toContain(contentType)
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)
    expect(await read()).toMatchObject({ state: 'waiting' })
    if (kind === 'voice') expect(shown.content.media.seconds).toBe(4)
  })

  it.each([
    [
      'of another kind',
      '?kind=image',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      'file-kind-refused',
    ],
    ['a picture as a voice', '?kind=voice', PNG, 415, 'file-kind-refused'],
    ['empty', '?kind=image', Buffer.alloc(0), 400, 'bad-request'],
    ['too large for its kind', '?kind=voice', Buffer.concat([AAC, Buffer.alloc(2 << 20)]), 413, 'too-large'],
    ['too large for anything', '?kind=file', Buffer.alloc((20 << 20) + 1), 413, 'too-large'],
  ])('one that is %s is refused', async (_, query, bytes, status, code) => {
    expect(await upload(query, bytes)).toMatchObject({ status, body: { code } })
    expect(await world.documents('media', { 'source.by': patient.patientId })).toEqual([])
  })

  it("somebody else's, of another kind, or unknown is no message", async () => {
    const mine = (await upload('?kind=image', PNG)).body.media.id
    const stranger = await enrol(world, addUser(world, `mini${people++}`))
    const body = { kind: 'image', mediaId: mine, clientId: randomUUID() }
    expect(await post('messages', body, stranger.token)).toMatchObject({ status: 400, body: { field: 'body.mediaId' } })
    expect((await post('messages', { ...body, kind: 'voice' })).status).toBe(400)
    expect((await post('messages', { ...body, mediaId: 'me_nothing' })).status).toBe(400)
    expect(await world.documents('messages', { patientId: { $in: [patient.patientId, stranger.patientId] } })).toEqual(
      [],
    )
  })
})

it('a closed hand-over asks how it was, once, and only whom it concerns', async () => {
  await write(UNKNOWN)
  await reply('多活动脚踝')
  expect((await read()).rate).toBeNull()
  await lin.act(talk(), { action: 'give-back' })
  const { rate } = await read()
  expect(rate).toMatchObject({ name: '林致远' })
  const stranger = await enrol(world, addUser(world, `mini${people++}`))
  expect((await post('ratings', { handOverId: rate.handOverId, score: 1 }, stranger.token)).status).toBe(403)
  expect((await post('ratings', { handOverId: rate.handOverId, score: 3 })).status).toBe(200)
  expect((await post('ratings', { handOverId: rate.handOverId, score: 1 })).status).toBe(200)
  expect((await read()).rate).toBeNull()
  const [row] = await world.documents('handovers', { conversationId: talk() })
  expect(row.satisfaction).toMatchObject({ score: 3 })
})

describe('subscriptions', () => {
  it('announce a reply once, without a word of it, and are spent by it', async () => {
    await write(UNKNOWN)
    await allow()
    expect(await credits()).toBe(1)
    expect((await reply('您的足部要复查')).body.told).toBe('told')
    const [notice] = await notices()
    expect(notice.content).toMatchObject({ title: '医护回复通知', page: 'pages/messages/index' })
    expect(JSON.stringify(notice)).toContain('林致远')
    expect(JSON.stringify(notice)).not.toMatch(/足部|病友|脚/)
    expect(await credits()).toBe(0)
    expect((await reply('记得')).body.told).toBe('no-credit')
    expect(await notices()).toHaveLength(1)
  })

  it('count only what was allowed, for the template of replies', async () => {
    await write(UNKNOWN)
    await post('subscriptions', { results: { [TEMPLATE]: 'reject', [demo.templates[0].id]: 'accept' } })
    expect(await credits()).toBe(0)
  })

  it('that WeChat no longer knows are none (43101), and the reply waits in the mini-program all the same', async () => {
    await write(UNKNOWN)
    await allow()
    await allow()
    const told = await during(world, 'apiError', { api: 'message/subscribe/send', errcode: 43101, next: 9 }, () =>
      reply('一'),
    )
    expect(told.body).toMatchObject({ via: 'miniChat', told: 'not-possible' })
    expect(await credits()).toBe(0)
    expect((await lines()).at(-1)).toBe('一')
  })

  it('of a reply sent again, also at once, announce it once', async () => {
    await write(UNKNOWN)
    await allow()
    await allow()
    const clientId = randomUUID()
    await Promise.all([1, 2, 3, 4].map(() => reply('周四见', clientId)))
    expect(await notices()).toHaveLength(1)
    expect(await credits()).toBe(1)
  })

  it('are not sent twice by a host that died in the middle', async () => {
    await write(UNKNOWN)
    await allow()
    await allow()
    const host = killable(world)
    const clientId = randomUUID()
    // Dies right after the credit was taken: nobody knows whether the announcement went out.
    const from = host.calls.length
    await reply('先试一次')
    const nth = host.calls.slice(from).indexOf('subscribeCredits.reserve') + 1
    expect(nth).toBeGreaterThan(0)
    const before = (await notices()).length
    await write('还有吗')
    host.killAfter(nth)
    await reply('周四见', clientId).catch(() => undefined)
    host.revive()
    await world.endLeases()
    const again = await reply('周四见', clientId)
    expect(again.status).toBe(200)
    expect(await notices()).toHaveLength(before)
    expect((await lines()).filter((text) => text === '周四见')).toHaveLength(1)
  })
})
