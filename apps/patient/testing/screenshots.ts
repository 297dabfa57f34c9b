/** Pictures of every page: node scripts/run.mjs apps/patient/testing/screenshots.ts [folder] [name part]. Needs dist/h5. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Frame } from 'playwright-core'
import type { FixtureConversation } from './fixture-conversation'
import type { FixtureHost, Person } from './fixture-host'
import { serveFixtures } from './serve-fixtures'

interface Shot {
  readonly name: string
  readonly person: Person
  readonly path: string
  readonly look?: 'dark' | 'large'
  /** What is special about the conversation before the page opens. */
  readonly about?: (talk: FixtureConversation) => void
  readonly before?: (page: Frame, host: FixtureHost) => Promise<unknown>
}

const tap = (page: Frame, text: string) => page.getByText(text, { exact: true }).first().click()
const toSpan = async (page: Frame, name: string, counts: string) => {
  await tap(page, name)
  await page.getByText(counts).waitFor()
}
const toFamily = (page: Frame) =>
  page
    .getByText('家人一起看')
    .first()
    .evaluate((head) => head.scrollIntoView({ block: 'start' }))
const toTherapy = async (page: Frame) => {
  await tap(page, '同意这样使用我的健康信息')
  await tap(page, '同意并加入')
  await tap(page, '傍晚')
  await page.getByLabel('少一').click()
  await tap(page, '下一步')
}
const consent = '/pages/consent/index?enrolment=en-1'
const messages = '/pages/messages/index'
// As a kf message names it.
const content = '/pages/content/index.html?programme=type-2-diabetes&id=eating-out'
const family = '/pages/family/index?invite=invite-1'
const shots: readonly Shot[] = [
  { name: 'today', person: 'enrolled', path: '/pages/today/index' },
  { name: 'today-dark', person: 'enrolled', path: '/pages/today/index', look: 'dark' },
  { name: 'today-large', person: 'enrolled', path: '/pages/today/index', look: 'large' },
  { name: 'today-empty', person: 'enrolled-empty', path: '/pages/today/index' },
  { name: 'today-invited', person: 'invited', path: '/pages/today/index' },
  { name: 'today-stranger', person: 'stranger', path: '/pages/today/index' },
  { name: 'today-withdrawn', person: 'withdrawn', path: '/pages/today/index' },
  { name: 'consent', person: 'invited', path: consent, before: (page) => tap(page, '同意这样使用我的健康信息') },
  { name: 'consent-asked', person: 'invited', path: consent, before: (page) => tap(page, '同意并加入') },
  { name: 'consent-large', person: 'invited', path: consent, look: 'large' },
  { name: 'consent-text', person: 'invited', path: '/pages/consent-text/index?enrolment=en-1' },
  {
    name: 'enrol',
    person: 'invited',
    path: consent,
    before: async (page) => {
      await tap(page, '同意这样使用我的健康信息')
      await tap(page, '同意并加入')
      await tap(page, '傍晚')
      await page.getByLabel('少一').click()
      await page.getByLabel('告诉家人').click()
    },
  },
  { name: 'enrol-therapy', person: 'invited', path: consent, before: toTherapy },
  {
    name: 'enrol-done',
    person: 'invited',
    path: consent,
    before: async (page) => {
      await toTherapy(page)
      await tap(page, '吃降糖药')
      await tap(page, '完成加入')
      await page.getByText('您已加入随行').waitFor()
    },
  },
  { name: 'glucose', person: 'enrolled', path: '/pages/glucose/index' },
  {
    name: 'glucose-today',
    person: 'enrolled',
    path: '/pages/glucose/index',
    before: (page) => toSpan(page, '今天', '2 次里有 2 次'),
  },
  {
    name: 'glucose-90',
    person: 'enrolled',
    path: '/pages/glucose/index',
    before: (page) => toSpan(page, '近 90 天', '180 次里有 148 次'),
  },
  { name: 'glucose-dark', person: 'enrolled', path: '/pages/glucose/index', look: 'dark' },
  { name: 'glucose-large', person: 'enrolled', path: '/pages/glucose/index', look: 'large' },
  { name: 'glucose-empty', person: 'enrolled-empty', path: '/pages/glucose/index' },
  {
    name: 'glucose-import',
    person: 'enrolled',
    path: '/pages/glucose/index',
    before: async (page) => {
      await tap(page, '导入文件')
      await page.getByText('收下', { exact: false }).first().waitFor()
    },
  },
  { name: 'messages', person: 'enrolled', path: messages },
  { name: 'messages-dark', person: 'enrolled', path: messages, look: 'dark' },
  { name: 'messages-large', person: 'waiting', path: messages, look: 'large' },
  { name: 'messages-waiting', person: 'waiting', path: messages },
  { name: 'messages-waiting-dark', person: 'waiting', path: messages, look: 'dark' },
  {
    name: 'messages-kinds',
    person: 'waiting',
    path: messages,
    before: (page) => page.getByText('撤回了一条消息').evaluate((line) => line.scrollIntoView({ block: 'center' })),
  },
  {
    name: 'messages-rate',
    person: 'enrolled',
    path: messages,
    about: (talk) => talk.becomes({ rate: { handOverId: 'ho-1', name: '林致远' } }),
    before: (page) => page.getByText('帮到了', { exact: true }).waitFor(),
  },
  {
    name: 'messages-offline',
    person: 'enrolled',
    path: messages,
    before: async (page, host) => {
      host.network.state = 'away'
      await tap(page, '急事请打 120')
      await page.locator('textarea').fill('我明天上午能来吗？要空腹吗？')
      await tap(page, '发送')
      await page.getByLabel('发照片').click()
      await page.getByText('待发送').nth(1).waitFor()
      await page.locator('textarea').fill('还有一句')
    },
  },
  {
    name: 'messages-refused',
    person: 'enrolled',
    path: messages,
    before: async (page, host) => {
      host.failNext('patientUpload', 'too-large')
      await page.getByLabel('发照片').click()
      await page.getByText('不发了').waitFor()
      host.failNext('patientSay', 'forbidden')
      await page.locator('textarea').fill('在吗')
      await tap(page, '发送')
      await page.getByText('点这里再发').waitFor()
    },
  },
  { name: 'messages-voice', person: 'enrolled', path: messages, before: (page) => page.getByLabel('说话').click() },
  {
    name: 'messages-recording',
    person: 'enrolled',
    path: messages,
    before: async (page) => {
      await page.getByLabel('说话').click()
      await tap(page, '点一下说')
      await page.getByText('2 秒').waitFor()
    },
  },
  {
    name: 'messages-listen',
    person: 'enrolled',
    path: messages,
    before: async (page) => {
      await page.getByLabel('说话').click()
      await tap(page, '点一下说')
      await page.getByText('1 秒').waitFor()
      await tap(page, '说完了')
      await page.getByLabel('播放语音').waitFor()
    },
  },
  { name: 'content', person: 'enrolled', path: content },
  { name: 'content-dark', person: 'enrolled', path: content, look: 'dark' },
  { name: 'content-large', person: 'enrolled', path: content, look: 'large' },
  { name: 'content-gone', person: 'enrolled', path: `${content}-no-more` },
  { name: 'family', person: 'waiting', path: family },
  { name: 'family-large', person: 'waiting', path: family, look: 'large' },
  {
    name: 'family-said',
    person: 'enrolled',
    path: family,
    before: async (page) => {
      await page.locator('textarea').fill('妈妈今天没胃口，早饭只喝了半碗粥。')
      await tap(page, '发送')
      await page.getByText('半碗粥').waitFor()
    },
  },
  { name: 'family-over', person: 'enrolled', path: `${family}-of-another` },
  {
    name: 'family-removed',
    person: 'enrolled',
    path: family,
    before: async (page, host) => {
      host.family.remove('fm-1')
      await page.getByText('不再给您看').waitFor()
    },
  },
  { name: 'messages-empty', person: 'enrolled-empty', path: messages },
  { name: 'me', person: 'enrolled', path: '/pages/me/index' },
  { name: 'me-large', person: 'enrolled', path: '/pages/me/index', look: 'large' },
  { name: 'me-family', person: 'enrolled', path: '/pages/me/index', before: (page) => toFamily(page) },
  {
    name: 'me-family-remove',
    person: 'enrolled',
    path: '/pages/me/index',
    before: async (page) => {
      await tap(page, '停止')
      await toFamily(page)
    },
  },
  {
    name: 'me-family-form',
    person: 'enrolled',
    path: '/pages/me/index',
    before: async (page) => {
      await tap(page, '请一位家人')
      await page.locator('.family-invite__name input').fill('王强')
      await toFamily(page)
    },
  },
  {
    name: 'me-family-link',
    person: 'enrolled',
    path: '/pages/me/index',
    before: async (page) => {
      await tap(page, '请一位家人')
      await tap(page, '儿子')
      await page.locator('.family-invite__name input').fill('王强')
      await tap(page, '做一份邀请')
      await page.getByText('复制链接').waitFor()
      await toFamily(page)
    },
  },
  { name: 'me-withdraw', person: 'enrolled', path: '/pages/me/index', before: (page) => tap(page, '退出项目') },
]

const [folder = join(process.cwd(), '.suixing', 'screenshots'), part = ''] = process.argv.slice(2)
const app = join(process.cwd(), 'apps/patient')

const main = async () => {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  })
  for (const shot of shots.filter(({ name }) => name.startsWith(part))) {
    const { address, server, host } = await serveFixtures(
      { app: join(app, 'dist/h5'), testing: join(app, 'testing') },
      shot.person,
    )
    shot.about?.(host.talk)
    const context = await browser.newContext({
      viewport: { width: 375, height: 812 },
      deviceScaleFactor: 2,
      hasTouch: true,
      colorScheme: shot.look === 'dark' ? 'dark' : 'light',
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => process.stderr.write(`${shot.name}: ${error.message}\n`))
    if (shot.look === 'large')
      await page.addInitScript(() => localStorage.setItem('suixing:patient:p1:large-type', 'on'))
    await page.goto(`${address}/phone#${shot.path}`)
    const frame = page.frames()[1]
    if (!frame) throw new Error('no frame')
    await frame.waitForSelector('.sx-screen__body > *:not(.sx-skeleton)', { state: 'attached' })
    await page.waitForLoadState('networkidle').catch(() => undefined)
    try {
      await shot.before?.(frame, host)
    } catch (error) {
      process.stderr.write(`${shot.name}: ${(error as Error).message.split('\n')[0]}\n`)
    }
    // A chart is there when its canvas has the pixels of the device.
    await frame.waitForFunction(() => [...document.querySelectorAll('canvas')].every((canvas) => canvas.width > 500))
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await page.screenshot({ path: join(folder, `patient-${shot.name}.png`) })
    await context.close()
    server.close()
    process.stdout.write(`${shot.name}\n`)
  }
  await browser.close()
}

void main()
