import { createFixtureHost } from '../../apps/patient/testing/fixture-host'
import { answerAs } from './answer-as'
import { ensureWeapp } from './build'
import { createFakeWx } from './fake-wx'
import { runWeapp, type RunningWeapp } from './weapp-host'

const minutes = 60_000
let folder = ''
let running: RunningWeapp | null = null

beforeAll(() => {
  folder = ensureWeapp('patient')
}, 10 * minutes)
afterEach(() => {
  running?.close()
  running = null
})

const start = (storage = new Map<string, unknown>(), host = createFixtureHost('waiting')) => {
  running?.close()
  const wx = createFakeWx({ request: answerAs(host), storage })
  running = runWeapp(folder, wx)
  return { host, wx, weapp: running, storage }
}
const visit = async (weapp: RunningWeapp, url = 'pages/family/index?invite=invite-1') => {
  const page = weapp.open(url)
  await weapp.until('the conversation', () => page.text.includes('黑咖啡可以少量喝'))
  return page
}

test('a patient invites: the card goes by its button alone, and ending it asks once more', async () => {
  const { weapp, host } = start()
  const page = weapp.open('pages/me/index')
  await weapp.until('the family', () => page.text.includes('女儿 王芳'))
  page.tap('停止')
  await weapp.until('asked', () => page.words.includes('确认停止'))
  page.tap('确认停止')
  await weapp.until('nobody', () => page.text.includes('现在没有家人一起看'))
  expect(host.family.members).toEqual([])
  page.tap('请一位家人')
  await weapp.until('the form', () => page.words.includes('做一份邀请'))
  page.type('family-invite__name', '王芳')
  page.tap('做一份邀请')
  await weapp.until('the invitation', () => page.has('family-invite__share'))
  expect(page.shared('button')).toMatchObject({ path: '/pages/family/index?invite=invite-2' })
  expect(page.shared('menu')).toMatchObject({ path: '/pages/today/index' })
  expect(weapp.errors).toEqual([])
})

test('words of a family member whose answer is lost are one message, also over a restart', async () => {
  const { weapp, host, storage } = start()
  const page = await visit(weapp)
  for (const words of ['王秀兰的对话', '已转给林致远医生，等了 13 分钟']) expect(page.words).toContain(words)
  host.loseNext('familySay')
  page.type('composer__words', '妈妈今天没胃口')
  await weapp.until('a button to send', () => page.words.includes('发送'))
  page.tap('发送')
  await weapp.until('queued', () => page.words.includes('待发送'))
  const again = start(storage, host)
  const second = await visit(again.weapp, 'pages/family/index')
  await again.weapp.until('taken', () => second.words.includes('妈妈今天没胃口') && !second.words.includes('待发送'))
  expect(host.talk.said.filter(({ text }) => text === '妈妈今天没胃口')).toHaveLength(1)
  expect(second.words.filter((words) => words === '妈妈今天没胃口')).toHaveLength(1)
  expect([...weapp.errors, ...again.weapp.errors]).toEqual([])
})

test('removed: the page says so, and the phone keeps no session of it', async () => {
  const { weapp, host, storage } = start()
  const page = await visit(weapp)
  expect(storage.get('family-session')).toBeTruthy()
  host.family.remove('fm-1')
  await weapp.until('told', () => page.text.includes('这段对话不再给您看了'))
  expect(page.text).not.toContain('黑咖啡可以少量喝')
  expect(storage.has('family-session')).toBe(false)
  expect(weapp.errors).toEqual([])
})

test('a card of the conversation opens its content', async () => {
  const { weapp } = start()
  const page = weapp.open('pages/messages/index')
  await weapp.until('the card', () => page.words.includes('外出吃饭怎么点'))
  page.tap('外出吃饭怎么点')
  await weapp.until('the content', () => weapp.front.text.includes('先点一份绿叶菜'))
  expect(weapp.front.path).toBe('pages/content/index')
  expect(weapp.front.text.replace(/\|/g, '')).toContain('周宁 审阅')
  expect(weapp.errors).toEqual([])
})
