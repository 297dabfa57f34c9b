import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@suixing/contracts'
import { createFixtureHost, type Person } from '../../apps/patient/testing/fixture-host'
import { ensureWeapp } from './build'
import { answerAs } from './answer-as'
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

const start = (person: Person, launchQuery: Record<string, string> = {}) => {
  const host = createFixtureHost(person)
  const wx = createFakeWx({ launchQuery, request: answerAs(host) })
  running = runWeapp(folder, wx)
  return { host, wx, weapp: running }
}

const sizeOf = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : statSync(path).size

test('the main package stays under 700 KB and carries no schemas', () => {
  expect(sizeOf(folder)).toBeLessThan(700 * 1024)
  const code = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(code.length).toBeGreaterThan(3)
  for (const name of code) expect(readFileSync(join(folder, name), 'utf8')).not.toContain('ZodError')
})

test.each([
  ['pages/today/index', '王秀兰'],
  ['pages/glucose/index', '在目标内'],
  ['pages/messages/index', '黑咖啡可以少量喝'],
  ['pages/me/index', '收哪些消息'],
  ['pages/consent/index?enrolment=en-1', '同意并加入'],
  ['pages/consent-text/index?enrolment=en-1', '随时退出'],
  ['pages/enrol/index?enrolment=en-1', '什么时候联系您方便'],
  // WeChat takes away the .html with which a kf message names it.
  ['pages/content/index?programme=type-2-diabetes&id=eating-out', '先点一份绿叶菜'],
  ['pages/family/index?invite=invite-1', '黑咖啡可以少量喝'],
])('%s opens without an error and shows what it is for', async (url, words) => {
  const { weapp } = start('enrolled')
  const page = weapp.open(url)
  await weapp.until(words, () => page.text.includes(words))
  expect(weapp.errors).toEqual([])
})

test('every page of app.json is opened above', () => {
  const { weapp } = start('enrolled')
  expect([...weapp.pages].sort()).toEqual(
    ['consent-text', 'consent', 'content', 'enrol', 'family', 'glucose', 'me', 'messages', 'today'].map(
      (name) => `pages/${name}/index`,
    ),
  )
})

test('an invited person joins from the welcome card, with one request', async () => {
  const { weapp, host } = start('invited', { entry: 'one-time-key' })
  const home = weapp.open('pages/today/index?entry=one-time-key')
  await weapp.until('invitation', () => home.text.includes('2型糖尿病院外管理'))
  home.tap('加入')
  await weapp.until('consent', () => weapp.front.text.includes('同意这样使用我的健康信息'))
  weapp.front.tap('同意并加入')
  await weapp.until('asked to tick', () => weapp.front.text.includes('勾选第一项'))
  expect(weapp.front.path).toBe('pages/consent/index')
  weapp.front.tap('同意这样使用我的健康信息')
  await weapp.until('ticked', () => !weapp.front.text.includes('勾选第一项'))
  weapp.front.tap('同意并加入')
  await weapp.until('step 2', () => weapp.front.text.includes('怎么联系'))
  weapp.front.tap('傍晚')
  weapp.front.tapClass('sx-stepper__button')
  weapp.front.tapClass('sx-switch')
  await weapp.until('family asked', () => weapp.front.words.includes('儿子'))
  weapp.front.type('enrol-family__name', '李敏')
  await weapp.until('family named', () => weapp.front.text.replace(/\|/g, '').includes('女儿 · 李敏'))
  weapp.front.tap('下一步')
  await weapp.until('step 3', () => weapp.front.text.includes('现在怎么治疗'))
  weapp.front.tap('吃降糖药')
  await weapp.until('chosen', () => weapp.front.has('sx-choice-card--chosen'))
  weapp.front.tap('完成加入')
  await weapp.until('joined', () => weapp.front.text.includes('您已加入随行'))

  const [signIn] = host.asked
  expect(signIn).toEqual({ route: 'patientSignIn', body: { code: 'code-1', entry: 'one-time-key' } })
  const sent = host.asked.filter(({ route }) => route === 'enrol').map(({ body }) => routes.enrol.body.parse(body))
  expect(sent).toEqual([
    {
      consent: { version: '1.0', scopes: ['care'] },
      profile: { diagnosisYear: 2020, therapy: 'oral' },
      preferences: { hour: 'evening', channel: 'wechat', family: { name: '李敏', relation: '女儿', notify: true } },
    },
  ])
  weapp.front.tap('去看今天')
  await weapp.until('home of day 1', () => weapp.front.text.replace(/\|/g, '').includes('随行第 1 天'))
  expect(weapp.errors).toEqual([])
})

test('a WeChat user nobody knows is shown the way in, and no token is kept', async () => {
  const { weapp, wx } = start('stranger')
  const page = weapp.open('pages/today/index')
  await weapp.until('way in', () => page.text.includes('请从医生发给您的卡片进入'))
  expect((wx.api.getStorageSync as (key: string) => unknown)('session')).toBe('')
})
