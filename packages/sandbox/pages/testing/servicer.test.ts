import { rmSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { browserContext } from './browser'
import { buildPages, testApp } from './built-pages'
import { openScene } from './scene'
import type { Scene } from './scene'

jest.setTimeout(60_000)

let pages: string
let browser: Browser
let context: BrowserContext
let scene: Scene
let page: Page

beforeAll(async () => {
  pages = buildPages()
  ;({ browser, context } = await browserContext({ width: 375, height: 812, scale: 1 }))
})
afterAll(async () => {
  await browser?.close()
  rmSync(pages, { recursive: true, force: true })
})
beforeEach(async () => {
  scene = await openScene({ pages, app: testApp })
  await scene.server.control('callback-url', { url: 'http://127.0.0.1:9/none' })
  await scene.server.control('say', { user: 'wangxiulan', text: '转人工' })
  page = await context.newPage()
  await page.goto(`${scene.url}/pages/member.html?userid=zhouning`)
  await page.getByTestId('capsule-close').click()
})
afterEach(async () => {
  await page.close()
  await scene.close()
})

const told = () => scene.server.world.kfAccounts[0]?.log.at(-1)?.message
const session = (place: string) => page.getByTestId('kf-session').and(page.locator(`[data-place=${place}]`))

test('who waits is taken, answered, and what was written taken back', async () => {
  await page.getByTestId('tab-kf').click()
  await page.getByText('没有人在等').waitFor()
  await scene.kfState(2)
  await page.getByTestId('kf-take').click()
  await page.getByTestId('kf-title').getByText('王秀兰').waitFor()
  await page.getByTestId('composer-text').fill('我是周宁，在的')
  await page.keyboard.press('Enter')
  await page.getByTestId('message').getByText('我是周宁，在的').waitFor()
  expect(told()).toMatchObject({ origin: 5, servicer_userid: 'zhouning', text: { content: '我是周宁，在的' } })
  await page.getByText('我是周宁，在的').click({ button: 'right' })
  await page.getByTestId('recall').click()
  await page.getByText('你撤回了一条消息').waitFor()
  expect(told()).toMatchObject({ event: { event_type: 'servicer_recall_msg' } })
})

test('a session is passed on, taken up again and ended', async () => {
  await scene.kfState(2)
  await scene.server.control('kf-take', { userid: 'zhouning', user: 'wangxiulan' })
  await page.getByTestId('tab-kf').click()
  await session('mine').getByTestId('kf-open').click()
  await page.getByTestId('kf-transfer').click()
  await page.getByTestId('kf-colleague').getByText('陈思远').click()
  await page.getByText('陈思远正在接待').waitFor()
  await page.getByTestId('kf-reopen').click()
  await page.getByTestId('kf-end').click()
  await page.getByText('会话已结束').waitFor()
  expect(told()).toMatchObject({ event: { change_type: 3, old_servicer_userid: 'zhouning' } })
  await page.getByTestId('kf-back').click()
  await session('past').waitFor()
})

test('who stops receiving takes nobody', async () => {
  await scene.kfState(2)
  await page.getByTestId('tab-kf').click()
  await page.getByTestId('kf-pause').click()
  await page.getByTestId('kf-receiving').getByText('暂时挂起').waitFor()
  expect(await page.getByTestId('kf-take').isDisabled()).toBe(true)
  expect(told()).toMatchObject({ event: { event_type: 'servicer_status_change', status: 2, stop_type: 1 } })
  await page.getByTestId('kf-start').click()
  await page.getByTestId('kf-receiving').getByText('正在接待').waitFor()
})

test('a member who serves no account is told so', async () => {
  await page.goto(`${scene.url}/pages/member.html?userid=linzhiyuan`)
  await page.getByTestId('capsule-close').click()
  await page.getByTestId('tab-kf').click()
  await page.getByTestId('kf-empty').waitFor()
})

test('a card is tapped, and shows who was faster once it is replaced', async () => {
  await page.getByTestId('tab-inbox').click()
  const code = await scene.staffCard('zhouning')
  await page.getByTestId('card-button').getByText('我来处理').click()
  await scene.server.control('advance', { by: 0 })
  expect(scene.server.world.pushes.at(-1)).toMatchObject({ event: 'template_card_event' })
  await scene.replaceCard(code, '王医生已接手')
  await page.getByTestId('card-replaced').getByText('王医生已接手').waitFor()
  expect(await page.getByTestId('card-button').count()).toBe(0)
  await page.getByTestId('card-open').click()
  await page
    .frameLocator('[data-testid=mini-program-frame]')
    .getByTestId('answers')
    .filter({ hasText: '#/pages/patient/index?id=p1' })
    .waitFor()
})
