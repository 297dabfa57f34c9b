import type { Switches } from '@suixing/sandbox'
import { addUser, chat, contactWay, enrol, openAssistant, received, saySettled } from '../testing/patient-steps'
import type { Invited } from '../testing/patient-steps'
import { createWorld } from '../testing/world'
import type { World } from '../testing/world'

/** Who writes in the kf chat: told by unionid, by the key in the link, or by nobody. */
const QUESTION = '餐后血糖多少算正常'
const SAFE = '请先扫医生的联系码'
let world: World
let people = 0
beforeAll(async () => {
  world = await createWorld()
  await contactWay(world)
})
afterAll(() => world.close())
afterEach(async () => {
  for (const [name, value] of Object.entries({
    kfUnionid: 'bound',
    kfNativeSceneParam: 'kept',
    kfExternalUserid: 'own',
    contactUnionid: 'bound',
  }))
    await world.sandbox.control('switch', { name, value })
})

const somebody = (): string => addUser(world, `kf${people++}`)
const play = (name: keyof Switches, value: string): Promise<unknown> => world.sandbox.control('switch', { name, value })
const link = async ({ token }: Invited): Promise<string> =>
  (await world.call('GET', '/api/patient/assistant-link', { token })).body.url
const enter = async (user: string, url: string, via = 'link'): Promise<void> => {
  await world.sandbox.control('enter', { user, url, via })
  await world.settle()
}
const written = async ({ token }: Invited): Promise<string[]> =>
  (await world.call('GET', '/api/patient/messages', { token })).body.messages.map(({ text }: { text: string }) => text)

it('by unionid alone, when the chat was not opened by our link', async () => {
  const patient = await enrol(world, somebody())
  await saySettled(world, patient.user, QUESTION)
  expect((await received(world, patient.user)).join()).toContain('10.0 mmol/L')
  expect(await written(patient)).toContain(QUESTION)
})

it('by the key in scene_param, when kf tells no unionid', async () => {
  await play('kfUnionid', 'unbound')
  const patient = await enrol(world, somebody())
  await openAssistant(world, patient)
  await saySettled(world, patient.user, QUESTION)
  expect(await written(patient)).toContain(QUESTION)
})

it('by the key in scene alone, when the native open loses scene_param too', async () => {
  await play('kfUnionid', 'unbound')
  await play('kfNativeSceneParam', 'lost')
  const patient = await enrol(world, somebody())
  await enter(patient.user, await link(patient), 'native')
  await saySettled(world, patient.user, QUESTION)
  expect(await written(patient)).toContain(QUESTION)
})

it('when the kf id equals the id of the friendship', async () => {
  await play('kfExternalUserid', 'same')
  const patient = await enrol(world, somebody())
  await openAssistant(world, patient)
  await saySettled(world, patient.user, QUESTION)
  expect(await written(patient)).toContain(QUESTION)
  const kinds = (await world.host.product.repositories.identities.linksOf(patient.patientId)).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['kf', 'openid', 'unionid', 'wecom'])
})

it('without any unionid anywhere, by keys alone', async () => {
  await play('kfUnionid', 'unbound')
  await play('contactUnionid', 'unbound')
  const patient = await enrol(world, somebody())
  await openAssistant(world, patient)
  await saySettled(world, patient.user, QUESTION)
  expect(await written(patient)).toContain(QUESTION)
})

it('nobody: a stranger gets the safe text for every question, and no answer about any patient', async () => {
  await play('kfUnionid', 'unbound')
  const user = somebody()
  await saySettled(world, user, QUESTION)
  await saySettled(world, user, '我想找医生')
  const texts = await received(world, user)
  expect(texts).toHaveLength(2)
  for (const text of texts) expect(text).toContain(SAFE)
})

it('nobody, with a red flag: somebody of the team is told all the same', async () => {
  await play('kfUnionid', 'unbound')
  const user = somebody()
  await saySettled(world, user, '我胸口痛得厉害，一直出汗')
  expect((await received(world, user)).join()).toContain('120')
  const [escalation] = await world.documents('escalations', { 'subject.patientId': null })
  expect(
    escalation.told.map(({ staffId, state }: { staffId: string; state: string }) => [staffId, state]),
  ).toContainEqual(['chensiyuan', 'sent'])
})

it("a key that somebody else used first: the second is a stranger, and the patient's chat stays theirs", async () => {
  await play('kfUnionid', 'unbound')
  const patient = await enrol(world, somebody())
  const url = await link(patient)
  await enter(patient.user, url)
  const stranger = somebody()
  await enter(stranger, url)
  await saySettled(world, stranger, QUESTION)
  expect((await received(world, stranger)).join()).toContain(SAFE)
  expect(await written(patient)).not.toContain(QUESTION)
})

it('a stranger with a red flag who becomes known: what waits and who is asked go with them', async () => {
  await play('kfUnionid', 'unbound')
  const user = somebody()
  await saySettled(world, user, '我胸口痛得厉害，一直出汗')
  const patient = await enrol(world, user)
  await enter(user, await link(patient))
  const talk = `type-2-diabetes:${patient.patientId}`
  const [row] = await world.documents('conversations', { _id: talk })
  expect(row).toMatchObject({ state: 'waiting', waitingUrgent: true, because: 'red-flag' })
  const [escalation] = await world.documents('escalations', { 'subject.conversationId': talk })
  expect(escalation).toMatchObject({ subject: { patientId: patient.patientId }, acknowledgedAt: null })
  const left = await world.documents('conversations', { patientId: null, state: 'waiting', _id: { $ne: talk } })
  expect(left.filter(({ handOverId }: { handOverId: string }) => handOverId === row.handOverId)).toEqual([])
})

it('a stranger who becomes known: what was written before is adopted, and the window they share is not counted anew', async () => {
  await play('kfUnionid', 'unbound')
  const user = somebody()
  await saySettled(world, user, '有人吗')
  const patient = await enrol(world, user)
  expect(await written(patient)).not.toContain('有人吗')
  await enter(user, await link(patient))
  expect(await written(patient)).toEqual(['有人吗', expect.stringContaining(SAFE)])
  const [talk] = await world.host.product.repositories.conversations.ofPatient(patient.patientId)
  expect(talk?.kf?.spent).toHaveLength(1)
  await enter(user, await link(patient))
  expect(await written(patient)).toHaveLength(2)
  expect((await chat(world, user, 'kf')).filter(({ from }) => from === 'patient')).toHaveLength(1)
})
