import { demo } from '@suixing/sandbox'
import { colleague, heard, talker } from '../testing/talk-steps'
import type { Colleague, Talker } from '../testing/talk-steps'
import { signInPhysician } from '../testing/sign-in'
import { createWorld } from '../testing/world'
import type { Answer, World } from '../testing/world'

/** What was taken back in WeChat is gone here too, wherever its words or its file stood. */
const WORDS = '我的脚踝肿得像馒头'
const PART = '脚踝'
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex')
let world: World
let lin: Colleague
let cookie: string
let patient: Talker
let people = 0
beforeAll(async () => {
  world = await createWorld()
  lin = colleague(world, { token: await signInPhysician(world) })
  cookie = await world.signInConsole()
})
afterAll(() => world.close())
beforeEach(async () => {
  patient = await talker(world, `recall${people++}`)
})
afterEach(() => world.sandbox.control('switch', { name: 'kfRecalledMessage', value: 'kept' }))

const send = async (message: object): Promise<string> =>
  ((await world.sandbox.control('send', { user: patient.user, ...message })) as { messageId: string }).messageId
const takeBack = (messageId: string): Promise<unknown> =>
  world.sandbox.control('recall', { user: patient.user, messageId })
const own = (): Promise<Answer> => world.call('GET', '/api/patient/messages', { token: patient.token })
const search = (): Promise<Answer> =>
  world.call('GET', `/api/console/messages?q=${encodeURIComponent(PART)}`, { cookie })
const found = (): Promise<Answer> => lin.inbox(`?filter=all&q=${encodeURIComponent(PART)}`)
/** Everything of this patient's conversation that is stored. */
async function stored(): Promise<string> {
  const rows = await Promise.all([
    world.documents('messages', { conversationId: patient.talk }),
    world.documents('handovers', { conversationId: patient.talk }),
    world.documents('conversations', { _id: patient.talk }),
    world.documents('escalations', { 'subject.conversationId': patient.talk }),
    world.documents('touchpoints', { patientId: patient.patientId }),
  ])
  return JSON.stringify(rows)
}
/** Pulls the whole log of the account again, as after a restored database. */
async function pullAgain(): Promise<void> {
  await world.update('kfaccounts', {}, { $set: { cursor: '', pending: true, token: null } })
  await world.settle()
}

it("a patient's words: gone from the page, the inbox, the search and the patient's own page", async () => {
  const id = await send({ msgtype: 'text', text: WORDS })
  await world.settle()
  for (const answer of [await lin.page(patient.talk), await found(), await own()])
    expect(JSON.stringify(answer.body)).toContain(WORDS)
  expect((await search()).body.hits).toHaveLength(1)

  await takeBack(id)
  await world.settle()
  const page = await lin.page(patient.talk)
  for (const answer of [page, await lin.inbox('?filter=all'), await own()])
    expect(JSON.stringify(answer.body)).not.toContain(PART)
  expect((await search()).body.hits).toEqual([])
  expect((await found()).body.rows).toEqual([])
  expect(await stored()).not.toContain(PART)
  expect(page.body.messages).toContainEqual(
    expect.objectContaining({
      id,
      text: '',
      recalledAt: expect.any(String),
      author: expect.objectContaining({ kind: 'patient' }),
    }),
  )
})

it('the last words of a conversation: its line in the inbox says that something was taken back', async () => {
  await lin.act(patient.talk, { action: 'take' })
  const id = await send({ msgtype: 'text', text: WORDS })
  await world.settle()
  const line = async () => (await lin.page(patient.talk)).body.conversation.last
  expect(await line()).toMatchObject({ text: WORDS })
  await takeBack(id)
  await world.settle()
  expect(await line()).toMatchObject({ text: '撤回了一条消息', author: { kind: 'patient' } })
})

it('a picture: the file is gone too, also for whoever kept its address', async () => {
  const id = await send({ msgtype: 'image', base64: PNG.toString('base64') })
  await world.settle()
  const one = async () =>
    (await lin.page(patient.talk)).body.messages.find((message: { id: string }) => message.id === id)
  const { media } = (await one()).content
  expect((await world.call('GET', media.url)).status).toBe(200)
  await takeBack(id)
  await world.settle()
  expect(await one()).toMatchObject({ text: '', recalledAt: expect.any(String) })
  expect((await one()).content).toBeUndefined()
  expect((await world.call('GET', media.url)).status).toBe(404)
  const [row] = await world.documents('media', { _id: media.id })
  expect(row.state).toBe('gone')
  expect(await world.host.product.storage.get(row.key)).toBeNull()
})

it('a picture that was not fetched yet is not fetched any more', async () => {
  await world.sandbox.control('fault', { name: 'httpStatus', value: { api: 'media/get', status: 503, next: 1_000 } })
  const id = await send({ msgtype: 'image', base64: PNG.toString('base64') })
  await world.settle()
  await takeBack(id)
  await world.settle()
  await world.sandbox.control('fault', { name: 'httpStatus', value: null })
  await world.sandbox.control('advance', { by: '1h' })
  const [row] = await world.documents('media', { conversationId: patient.talk })
  expect(row).toMatchObject({ state: 'gone', nextAt: null })
})

it("a servicer's words in the WeCom client", async () => {
  await send({ msgtype: 'text', text: '请周宁看一下' })
  await world.settle()
  expect((await lin.act(patient.talk, { action: 'to-client', to: 'zhouning' })).status).toBe(200)
  const at = { userid: 'zhouning', user: patient.user }
  const { messageId } = (await world.sandbox.control('kf-say', { ...at, msgtype: 'text', text: WORDS })) as {
    messageId: string
  }
  await world.settle()
  expect(JSON.stringify((await own()).body)).toContain(WORDS)
  await world.sandbox.control('kf-recall', { ...at, messageId })
  await world.settle()
  expect(await stored()).not.toContain(PART)
  expect((await lin.page(patient.talk)).body.messages).toContainEqual(
    expect.objectContaining({
      id: messageId,
      text: '',
      recalledAt: expect.any(String),
      author: expect.objectContaining({ name: '周宁' }),
    }),
  )
})

it('pulled again, message and recall: nothing comes back, and nothing is said twice', async () => {
  const id = await send({ msgtype: 'text', text: WORDS })
  await world.settle()
  await takeBack(id)
  await world.settle()
  const before = [await stored(), await heard(world, patient.user)]
  await pullAgain()
  await pullAgain()
  const quiet = (text: string): string => text.replace(/"activity":\d+/g, '')
  expect(quiet(await stored())).toBe(quiet(before[0] as string))
  expect(await heard(world, patient.user)).toEqual(before[1])
})

it.each(['kept', 'gone'])('taken back before it was pulled, where sync_msg tells it as %s', async (value) => {
  await world.sandbox.control('switch', { name: 'kfRecalledMessage', value })
  const id = await send({ msgtype: 'text', text: WORDS })
  await takeBack(id)
  await world.settle()
  expect(await stored()).not.toContain(PART)
  const kept = await world.documents('messages', { _id: id })
  expect(kept).toHaveLength(value === 'kept' ? 1 : 0)
  const sent = await send({ msgtype: 'text', text: '餐后血糖多少算正常' })
  await world.settle()
  expect((await own()).body.messages).toContainEqual(expect.objectContaining({ id: sent }))
})

it('of a message nobody knows changes nothing', async () => {
  const id = await send({ msgtype: 'text', text: WORDS })
  await world.settle()
  await takeBack(id)
  const account = world.sandbox.world.kfAccounts.find(({ openKfid }) => openKfid === demo.kf.openKfid)
  const event = account?.log.at(-1)?.message['event'] as { recall_msgid: string }
  event.recall_msgid = 'unknown-message'
  await world.settle()
  expect(await stored()).toContain(WORDS)
})
