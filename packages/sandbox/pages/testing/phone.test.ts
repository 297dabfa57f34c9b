import { rmSync } from 'node:fs'
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
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
  page = await context.newPage()
})
afterEach(async () => {
  await page.close()
  await scene.close()
})

const openPhone = () => page.goto(`${scene.url}/pages/phone.html?user=wangxiulan`)
const appFrame = (): FrameLocator => page.frameLocator('[data-testid=mini-program-frame]')
const asks = async (method: string): Promise<void> =>
  appFrame().getByRole('button', { name: method, exact: true }).click()
const answers = () => appFrame().getByTestId('answers')
const waitForAnswer = (text: string) => answers().filter({ hasText: text }).waitFor()
const befriended = async (): Promise<void> => {
  const configId = await scene.contactWay()
  await scene.server.control('scan', { user: 'wangxiulan', configId })
  await scene.welcome()
}

test('scanning a code makes a friend, whose chat opens; the welcome comes by itself', async () => {
  await openPhone()
  await page.getByTestId('chats-empty').waitFor()
  await page.getByTestId('tab-scan').click()
  await page.getByTestId('scan-empty').waitFor()
  await scene.contactWay()
  await page.getByTestId('scan-code').waitFor()
  expect(
    await page
      .getByTestId('scan-code')
      .locator('img')
      .evaluate((img: HTMLImageElement) => img.naturalWidth),
  ).toBeGreaterThan(0)
  await page.getByTestId('scan-code').focus()
  await page.keyboard.press('Enter')
  await page.getByText('你已添加了林致远').waitFor()
  expect(await page.getByTestId('chat-title').textContent()).toBe('林致远@江滨医院')
  await scene.welcome()
  await page.getByTestId('mini-program-card').waitFor()
  expect(await page.getByTestId('message').count()).toBe(4)
})

test('the link card opens the kf chat, Enter sends, Shift+Enter does not', async () => {
  await befriended()
  await openPhone()
  await page.getByTestId('chat-row').click()
  await page.getByTestId('link-card').click()
  await page.getByTestId('chat').and(page.locator('[data-kind=kf]')).waitFor()
  const composer = page.getByTestId('composer-text')
  await composer.fill('餐后血糖')
  await composer.press('Shift+Enter')
  await composer.pressSequentially('多少算正常')
  await composer.press('Enter')
  await page.getByTestId('message').and(page.locator('[data-from=patient]')).waitFor()
  expect(await composer.inputValue()).toBe('')
  expect(scene.server.world.kfSessions[0]?.chat.at(-1)?.content).toEqual({ type: 'text', text: '餐后血糖\n多少算正常' })
})

test('looking at a chat reads it', async () => {
  await befriended()
  await openPhone()
  const row = page.getByTestId('chat-row')
  await row.locator('.unread').waitFor()
  await row.click()
  await page.getByTestId('link-card').waitFor()
  await page.getByTestId('chat-back').click()
  await page.getByTestId('chat-row').locator('.unread').waitFor({ state: 'detached' })
})

test('a card opens the app at its page, and the phone answers the bridge', async () => {
  await befriended()
  await openPhone()
  await page.getByTestId('chat-row').click()
  await page.getByTestId('mini-program-card').click()
  await waitForAnswer('?phone=wangxiulan&environment=wechat#/pages/today/index?entry=k1')
  await asks('environment')
  await waitForAnswer('"launch":{"path":"pages/today/index","query":{"entry":"k1"}}')
  await asks('login')
  await waitForAnswer('login {"code":')
  const login = scene.server.world.loginCodes.at(-1)
  expect(login).toMatchObject({ kind: 'wechat', subject: 'wangxiulan', used: false })
  expect(await answers().textContent()).toContain(login?.code)
  await asks('qyLogin')
  await waitForAnswer('qyLogin {"errMsg":"qyLogin:fail only in WeCom"}')
})

test('a subscribe message is asked for, and yes and no reach WeChat', async () => {
  await openPhone()
  await page.getByTestId('tab-mini-program').click()
  await asks('requestSubscribeMessage')
  await page.getByTestId('subscribe-sheet').getByText('测量提醒').waitFor()
  await page.getByTestId('subscribe-accept').click()
  await waitForAnswer('"accept"')
  expect(scene.server.world.credits).toMatchObject([{ user: 'wangxiulan', left: 1 }])
  await asks('requestSubscribeMessage')
  await page.getByTestId('subscribe-sheet').waitFor()
  await page.keyboard.press('Escape')
  await waitForAnswer('"reject"')
  expect(scene.server.world.credits).toMatchObject([{ user: 'wangxiulan', left: 1 }])
})

test('a chosen file reaches the app with name and bytes', async () => {
  await openPhone()
  await page.getByTestId('tab-mini-program').click()
  const choosing = page.waitForEvent('filechooser')
  await asks('chooseFile')
  await (await choosing).setFiles({ name: 'cgm.csv', mimeType: 'text/csv', buffer: Buffer.from('血糖') })
  await waitForAnswer(`chooseFile {"name":"cgm.csv","base64":"${Buffer.from('血糖').toString('base64')}"}`)
})

test('the app opens the kf chat, back comes to the app as it was left, close leaves it', async () => {
  await openPhone()
  await page.getByTestId('tab-mini-program').click()
  await asks('openCustomerServiceChat')
  await page.getByTestId('chat').waitFor()
  expect(await page.getByTestId('chat-title').textContent()).toBe('随行助手')
  await page.getByTestId('chat-back').click()
  await answers()
    .filter({ hasText: /show[^]*hide[^]*show/ })
    .waitFor()
  await asks('close')
  await page.getByTestId('tab-chats').waitFor()
  expect(await page.getByTestId('mini-program').isVisible()).toBe(false)
})

test('a sandbox that is away is told, and what was read stays', async () => {
  await befriended()
  await openPhone()
  await page.getByTestId('chat-row').waitFor()
  await scene.close()
  await page.getByTestId('phone-trouble').waitFor()
  expect(await page.getByTestId('phone-trouble').textContent()).toContain('正在重试')
  expect(await page.getByTestId('chat-row').count()).toBe(1)
})

test('an app that does not open says so, is tried again, and then runs', async () => {
  scene.product.appStatus = 502
  await openPhone()
  await page.getByTestId('tab-mini-program').click()
  await page.getByTestId('mini-program-broken').waitFor()
  scene.product.appStatus = 200
  await waitForAnswer('?phone=wangxiulan')
  await page.getByTestId('mini-program-broken').waitFor({ state: 'detached' })
})
