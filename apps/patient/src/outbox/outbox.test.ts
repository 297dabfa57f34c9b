import { routes } from '@suixing/contracts'
import { onMemoryPhone } from '../../testing/on-memory-phone'
import { outbox, session } from '../api'

const start = async () => {
  const held = onMemoryPhone('enrolled')
  await session.renew()
  held.host.asked.length = 0
  const settled = async () => {
    for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve))
  }
  const saidBy = () => held.host.talk.said.filter(({ clientId }) => clientId !== undefined).map(({ text }) => text)
  const asked = () => held.host.asked.map(({ route }) => route)
  return { ...held, settled, saidBy, asked }
}

test('words arrive in the order written, and then nothing waits', async () => {
  const { settled, saidBy, phone } = await start()
  for (const text of ['一', '二', '三']) outbox.sayText(text, 'type-2-diabetes')
  expect(outbox.waiting).toHaveLength(3)
  await settled()
  expect(saidBy()).toEqual(['一', '二', '三'])
  expect(outbox.waiting).toEqual([])
  expect(outbox.taken.map(({ text }) => text)).toEqual(['一', '二', '三'])
  expect(phone.storage.read('outbox')).toBe('[]')
})

test('an answer that is lost makes no second message', async () => {
  const { settled, saidBy, host, asked } = await start()
  host.loseNext('patientSay')
  outbox.sayText('在吗', null)
  await settled()
  expect(outbox.waiting).toHaveLength(1)
  outbox.wake()
  await settled()
  expect(asked()).toEqual(['patientSay', 'patientSay'])
  expect(saidBy()).toEqual(['在吗'])
  expect(outbox.waiting).toEqual([])
})

test('without a network everything waits; an app closed meanwhile goes on', async () => {
  const { settled, saidBy, host, phone } = await start()
  host.network.state = 'away'
  outbox.sayText('第一句', null)
  outbox.sayFiles('voice', [phone.putFile('v.mp3', 900, 4.2)], null)
  outbox.sayText('第三句', null)
  await settled()
  expect(outbox.waiting).toHaveLength(3)
  outbox.restore()
  host.network.state = 'there'
  outbox.wake()
  await settled()
  expect(saidBy()).toEqual(['第一句', '[语音]', '第三句'])
  expect(phone.keptFiles.size).toBe(0)
})

test('bytes that arrived are not sent again, over a restart too', async () => {
  const { settled, saidBy, host, phone, asked } = await start()
  host.loseNext('patientSay')
  outbox.sayFiles('image', [phone.putFile('foot.jpg', 48_000)], 'type-2-diabetes')
  await settled()
  outbox.restore()
  await settled()
  expect(asked()).toEqual(['patientUpload', 'patientSay', 'patientSay'])
  expect(saidBy()).toEqual(['[图片]'])
  const upload = phone.requests.find(({ path }) => path.startsWith(routes.patientUpload.path))
  expect([upload?.path, (upload?.body as ArrayBuffer).byteLength]).toEqual([
    '/api/patient/media?kind=image&name=foot.jpg',
    48_000,
  ])
})

test('a refused one says why and lets the others go; it can be given up', async () => {
  const { settled, saidBy, host, phone } = await start()
  host.failNext('patientUpload', 'too-large')
  outbox.sayFiles('image', [phone.putFile('big.jpg', 9)], null)
  outbox.sayText('您看到了吗', null)
  await settled()
  expect(saidBy()).toEqual(['您看到了吗'])
  expect(outbox.waiting.map(({ refusal }) => refusal)).toEqual(['too-large'])
  outbox.drop(outbox.waiting[0]?.clientId ?? '')
  expect(outbox.waiting).toEqual([])
  expect(phone.keptFiles.size).toBe(0)
})

test('a file the phone lost is said to be gone', async () => {
  const { settled } = await start()
  outbox.sayFiles('image', [{ ref: 'nowhere.jpg', name: 'nowhere.jpg', seconds: null }], null)
  await settled()
  expect(outbox.waiting.map(({ refusal }) => refusal)).toEqual(['file-gone'])
})

test('what the conversation shows was taken, whatever became of its answer', async () => {
  const { settled, host, asked } = await start()
  host.loseNext('patientSay')
  outbox.sayText('在吗', null)
  await settled()
  outbox.seen(host.talk.said)
  expect(outbox.waiting).toEqual([])
  outbox.wake()
  await settled()
  expect(asked()).toEqual(['patientSay'])
})

test('what is kept and cannot be read is nothing', async () => {
  const { phone } = await start()
  phone.storage.write('outbox', '{broken')
  outbox.restore()
  expect(outbox.waiting).toEqual([])
})
