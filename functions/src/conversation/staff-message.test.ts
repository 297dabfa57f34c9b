import { randomUUID } from 'node:crypto'
import { demo } from '@suixing/sandbox'
import { during } from '../testing/faults'
import { chat, saySettled } from '../testing/patient-steps'
import { signInPhysician } from '../testing/sign-in'
import { KNOWN, UNKNOWN, colleague, heard, talker } from '../testing/talk-steps'
import type { Colleague, Talker } from '../testing/talk-steps'
import { createWorld } from '../testing/world'
import type { World } from '../testing/world'

/** What a person says, and how it reaches the patient. */
const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(200, 7)])
const template = demo.templates[3].id
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
  patient = await talker(world, `told${people++}`)
  await saySettled(world, patient.user, UNKNOWN)
})
const text = (words: string, clientId: string = randomUUID()) => ({ kind: 'text', clientId, text: words })
const last = async () => (await chat(world, patient.user, 'kf')).at(-1)
const upload = async (query: string, bytes: Buffer): Promise<string> => (await lin.upload(query, bytes)).body.media.id
const allow = async (): Promise<void> => {
  await world.sandbox.control('subscribe', { user: patient.user, templateId: template, decision: 'accept' })
  await world.call('POST', '/api/patient/subscriptions', {
    token: patient.token,
    body: { results: { [template]: 'accept' } },
  })
}
const notices = async (): Promise<unknown[]> => {
  const view = (await (await world.sandbox.app.request(`/view/phones/${patient.user}`)).json()) as {
    chats: { kind: string; messages: unknown[] }[]
  }
  return view.chats.filter(({ kind }) => kind === 'service').flatMap(({ messages }) => messages)
}

it('words are signed, end the waiting, and leave three of the four', async () => {
  const sent = await lin.send(patient.talk, text('周四来门诊'))
  expect(sent.body).toMatchObject({
    via: 'kf',
    told: 'not-needed',
    window: { open: true, left: 2 },
    message: { state: 'sent', text: '周四来门诊', author: { name: '林致远' } },
  })
  expect((await last())?.content).toMatchObject({ text: '林致远 主治医师：\n周四来门诊' })
  expect((await lin.page(patient.talk)).body.conversation).toMatchObject({ state: 'person', waitingSince: null })
})

it('the same message twice, also at once, is one', async () => {
  const body = text('收到')
  const answers = await Promise.all([lin.send(patient.talk, body), lin.send(patient.talk, body)])
  answers.push(await lin.send(patient.talk, body))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set(answers.map((answer) => answer.body.message.id)).size).toBe(1)
  expect((await heard(world, patient.user)).filter((one) => one.includes('收到'))).toHaveLength(1)
})

it('a note stays inside, and answers nobody', async () => {
  const noted = await lin.send(patient.talk, { kind: 'note', clientId: randomUUID(), text: '家属电话没接' })
  expect(noted.body).toMatchObject({ via: 'note', message: { channel: 'note', text: '家属电话没接' } })
  expect((await lin.page(patient.talk)).body.conversation).toMatchObject({ state: 'waiting' })
  const own = await world.call('GET', '/api/patient/messages', { token: patient.token })
  expect(JSON.stringify(own.body)).not.toContain('家属电话')
  expect((await heard(world, patient.user)).join()).not.toContain('家属电话')
})

it('a picture and a file arrive as what they are', async () => {
  const image = await upload('?kind=image&name=foot.jpg', jpeg)
  expect((await lin.send(patient.talk, { kind: 'image', clientId: randomUUID(), mediaId: image })).body).toMatchObject({
    via: 'kf',
    message: { state: 'sent', text: '[图片]', content: { kind: 'image', media: { state: 'stored' } } },
  })
  expect((await last())?.content).toMatchObject({ type: 'image' })
  const pdf = await upload('?kind=file&name=plan.pdf', Buffer.from('%PDF-1.4\n1 0 obj\n'))
  expect((await lin.send(patient.talk, { kind: 'file', clientId: randomUUID(), mediaId: pdf })).body).toMatchObject({
    via: 'kf',
    message: { state: 'sent' },
  })
  expect((await last())?.content).toMatchObject({ type: 'file' })
})

it('a card opens the content in the mini-program', async () => {
  const sent = await lin.send(patient.talk, { kind: 'card', clientId: randomUUID(), contentId: 'measure-reminder' })
  expect(sent.body.message).toMatchObject({
    state: 'sent',
    content: { kind: 'card', title: '餐后测一次血糖', contentId: 'measure-reminder' },
  })
  expect(JSON.stringify((await last())?.content)).toContain('pages/content/index')
})

it.each([
  [{ kind: 'card', contentId: 'none' }, 'body.contentId'],
  [{ kind: 'image', mediaId: 'me_none' }, 'body.mediaId'],
  [{ kind: 'text', text: '  ' }, 'body.text'],
  [{ kind: 'text', text: '长'.repeat(601) }, 'body.text'],
  [{ kind: 'text', text: '好', clientId: 'mine' }, 'body.clientId'],
])('%j names %s', async (body, field) => {
  const answer = await lin.send(patient.talk, { clientId: randomUUID(), ...body })
  expect(answer).toMatchObject({ status: 400, body: { code: 'bad-request', field } })
})

it('somebody else’s upload is none of mine', async () => {
  const zhou = colleague(world, { cookie: await world.signInConsole('zhouning') })
  const theirs = (await zhou.upload('?kind=image', jpeg)).body.media.id
  expect(await lin.send(patient.talk, { kind: 'image', clientId: randomUUID(), mediaId: theirs })).toMatchObject({
    status: 400,
    body: { field: 'body.mediaId' },
  })
})

it('a window that is spent or closed: it waits in the mini-program, announced once where the patient allowed it', async () => {
  for (const words of ['一', '二', '三']) expect((await lin.send(patient.talk, text(words))).body.via).toBe('kf')
  expect((await lin.send(patient.talk, text('四'))).body).toMatchObject({ via: 'miniChat', told: 'no-credit' })
  await allow()
  expect((await lin.page(patient.talk)).body.subscribeCredits).toBe(1)
  const body = text('五')
  const both = await Promise.all([lin.send(patient.talk, body), lin.send(patient.talk, body)])
  expect(both.map((answer) => answer.body.via)).toEqual(['miniChat', 'miniChat'])
  expect(both.map((answer) => answer.body.told)).toContain('told')
  const [notice, ...others] = await notices()
  expect(others).toEqual([])
  expect(JSON.stringify(notice)).toContain('林致远')
  expect(JSON.stringify(notice)).not.toContain('五')
  expect((await lin.page(patient.talk)).body.subscribeCredits).toBe(0)
  await allow()
  await world.sandbox.control('advance', { by: '49h' })
  expect((await lin.page(patient.talk)).body.conversation.window).toMatchObject({ open: false, left: 0 })
  expect((await lin.send(patient.talk, text('六'))).body).toMatchObject({ via: 'miniChat', told: 'told' })
  const own = await world.call('GET', '/api/patient/messages', { token: patient.token })
  const words = own.body.messages.map((message: { text: string }) => message.text)
  for (const one of ['四', '五', '六']) expect(words.filter((word: string) => word === one)).toHaveLength(1)
})

it('what was refused is shown with what to do, spends nothing, and is not offered again by itself', async () => {
  await saySettled(world, patient.user, KNOWN)
  const { left } = (await lin.page(patient.talk)).body.conversation.window
  const body = text('您好')
  const refused = await during(world, 'apiError', { errcode: 95018, next: 1, api: 'kf/send_msg' }, () =>
    lin.send(patient.talk, body),
  )
  const { failure, state } = refused.body.message
  expect([state, failure?.zh]).toEqual(['failed', expect.stringMatching(/请/)])
  expect((await lin.page(patient.talk)).body.messages.at(-1)).toMatchObject({ state: 'failed', failure })
  expect((await lin.send(patient.talk, body)).body.message.state).toBe('failed')
  expect((await lin.page(patient.talk)).body.conversation).toMatchObject({ state: 'waiting', window: { left } })
})
