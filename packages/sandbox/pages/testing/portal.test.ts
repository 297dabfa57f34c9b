import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { browserContext } from './browser'
import { buildPages, testApp } from './built-pages'
import { openScene } from './scene'
import type { Scene } from './scene'

jest.setTimeout(60_000)

let pages: string
let browser: Browser
let scene: Scene
let page: Page

beforeAll(async () => {
  pages = buildPages()
})
afterAll(() => rmSync(pages, { recursive: true, force: true }))
beforeEach(async () => {
  scene = await openScene({ pages, app: testApp })
  const opened = await browserContext({ width: 1440, height: 900, scale: 1 })
  browser = opened.browser
  page = await opened.context.newPage()
  await page.goto(`${scene.url}/`)
})
afterEach(async () => {
  await browser.close()
  await scene.close()
})

const step = (id: string, state: string) => page.locator(`[data-testid=step-${id}][data-state=${state}]`)
const patientApp = () => page.getByTestId('phone-wangxiulan').frameLocator('[data-testid=mini-program-frame]')

test('the walk goes by what really happens', async () => {
  await step('contactWay', 'current').waitFor()
  expect(await page.getByTestId('walk-progress').textContent()).toBe('0 / 7')
  await scene.contactWay()
  await step('contactWay', 'done').waitFor()

  await page.getByTestId('step-welcome-go').click()
  await page.getByText('你已添加了林致远').waitFor()
  expect(await step('welcome', 'current').count()).toBe(1)
  await scene.welcome()
  await step('welcome', 'done').locator('small').getByText(/秒/).waitFor()

  await page.getByTestId('step-enrolled-go').click()
  await patientApp().getByText('entry=k1').waitFor()
  scene.product.accepts = 409
  await patientApp().getByText('/enrol').click()
  await patientApp().getByText('glucose-imports').click()
  scene.product.accepts = 200
  await patientApp().getByText('/enrol').click()
  await step('enrolled', 'done').waitFor()
  expect(await step('imported', 'ahead').count()).toBe(1)

  await page.getByRole('button', { name: '打开智能助手' }).click()
  await page.getByRole('button', { name: '替她问这一句' }).click()
  await page.getByTestId('message').getByText('餐后血糖多少算正常').waitFor()
  await scene.kfText('「智能助手」\n看 10.0 以下')
  await step('answer', 'done').waitFor()
  await page.getByTestId('step-reply-go').click()
  await page.getByTestId('message').getByText('我这两天脚有点麻，要紧吗').waitFor()
  await scene.kfText('林致远 主治医师：\n脚麻多久了？')
  await step('reply', 'done').waitFor()
  await page.getByTestId('step-followUp-skip').click()
  await step('imported', 'current').waitFor()
  expect(await page.getByTestId('walk-progress').textContent()).toBe('5 / 7')

  await page.reload()
  await step('enrolled', 'done').waitFor()
})

test('the product tells who is enrolled, who waits and when the next touchpoint is', async () => {
  await page.locator('[data-testid=product-dot][data-status=signed-out]').waitFor()
  scene.product.signedIn = true
  scene.product.patients = [
    { name: '王秀兰', status: 'enrolled', conversation: 'waiting', nextTouchpoint: '2026-11-23T09:42:00.000Z' },
    { name: '李敏', status: 'invited', conversation: null, nextTouchpoint: null },
  ]
  await page.getByText('1 位等回复').waitFor()
  await step('enrolled', 'done').waitFor()
  await page.getByRole('button', { name: '到下一个触点 17:42' }).click()
  await page.getByTestId('clock-now').getByText('11月23日 周一 17:42').waitFor()
  expect(new Date(scene.server.clock.now()).toISOString()).toBe('2026-11-23T09:42:00.000Z')
})

test('the clock moves by an hour and by a day', async () => {
  await page.getByTestId('clock-now').getByText('11月23日 周一 10:00').waitFor()
  await page.getByTestId('advance-hour').click()
  await page.getByTestId('clock-now').getByText('11:00').waitFor()
  await page.getByTestId('advance-day').click()
  await page.getByTestId('clock-now').getByText('11月24日 周二 11:00').waitFor()
  await page.getByTestId('feed-entry').first().waitFor()
})

test('a fault knob turns on and off, and what it did is counted', async () => {
  const knob = page.getByRole('switch', { name: '同一回调推三次' })
  await knob.click()
  await page.locator('[role=switch][aria-checked=true]').waitFor()
  expect(scene.server.world.faults).toEqual({ callbackDuplicate: { copies: 2 } })
  await page.getByTestId('fault-note').getByText('没有收到任何重复消息').waitFor()
  await knob.press('Space')
  await page.getByTestId('fault-note').waitFor({ state: 'detached' })
  expect(scene.server.world.faults).toEqual({})
})

test('either phone can be somebody else’s; the walk goes on with its own', async () => {
  await scene.contactWay()
  const owners = (slot: string) => page.getByTestId(`${slot}-owner`).locator('option').allTextContents()
  await step('contactWay', 'done').waitFor()
  expect(await owners('slot-patient')).toEqual(['王秀兰', '赵国强', '李敏', '刘建民'])
  expect(await owners('slot-physician')).toEqual(['林致远', '陈思远', '周宁', '何静'])
  await page.getByTestId('slot-patient-app').click()
  await patientApp().getByText('environment', { exact: true }).waitFor()
  await page.getByTestId('slot-patient-owner').selectOption('李敏')
  await page.getByTestId('phone-limin').getByTestId('tab-scan').click()
  await page.getByTestId('scan-code').click()
  await page.getByTestId('phone-limin').getByText('你已添加了林致远').waitFor()
  await scene.welcome()
  await page.getByTestId('link-card').waitFor()
  expect(await step('welcome', 'current').count()).toBe(1)
  await page.getByTestId('slot-physician-owner').selectOption('何静')
  await page.getByTestId('slot-physician-inbox').click()
  await page.getByTestId('member-hejing').getByTestId('inbox-empty').waitFor()
  await page.getByTestId('step-welcome-go').click()
  await page.getByTestId('phone-wangxiulan').getByText('你已添加了林致远').waitFor()
  await page.getByTestId('slot-physician-owner').selectOption('林致远')
  await page.getByTestId('member-linzhiyuan').waitFor()
})

test('starting anew says what it cannot clear, and clears the sandbox', async () => {
  await scene.contactWay()
  await step('contactWay', 'done').waitFor()
  await page.getByTestId('restart').click()
  await page.getByTestId('restart-dialog').getByText('npm start -- --fresh').waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('restart-dialog').waitFor({ state: 'detached' })
  expect(scene.server.world.contactWays).toHaveLength(1)
  await page.getByTestId('restart').click()
  await page.getByTestId('restart-sandbox').click()
  await step('contactWay', 'current').waitFor()
  expect(scene.server.world.contactWays).toHaveLength(0)
})

test('the console opens in place of the phones, which go on where they were', async () => {
  await page.getByTestId('slot-patient-app').click()
  await patientApp().getByText('environment', { exact: true }).waitFor()
  await page.getByTestId('step-contactWay-go').click()
  await page.frameLocator('iframe[title=运营台]').getByText('运营台在此').waitFor()
  await scene.contactWay()
  await page.getByTestId('step-welcome-go').click()
  await page.getByText('你已添加了林致远').waitFor()
  await page.getByTestId('slot-patient-app').click()
  expect(await patientApp().getByTestId('answers').textContent()).toMatch(/^\?phone=wangxiulan.*\nshow\nhide\nshow\n$/)
})

test('a sandbox that is away is told', async () => {
  await step('contactWay', 'current').waitFor()
  await scene.close()
  await page.getByTestId('portal-trouble').filter({ hasText: '连不上沙箱' }).waitFor()
})

test('a sandbox that goes while the phones still load is told as well', async () => {
  await page.route('**/apps/physician/**', (route) => route.abort('connectionrefused'))
  await page.reload()
  await page.getByTestId('slot-physician').getByTestId('mini-program-broken').waitFor()
  await scene.close()
  await page.getByTestId('portal-trouble').filter({ hasText: '连不上沙箱' }).waitFor()
})

test('nothing sticks out at 1440×900', async () => {
  await step('contactWay', 'current').waitFor()
  const size = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])
  expect(size).toEqual([1440, 900])
})
