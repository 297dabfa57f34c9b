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
  const opened = await browserContext({ width: 375, height: 812, scale: 1 })
  browser = opened.browser
  scene = await openScene({ pages, app: testApp })
  page = await opened.context.newPage()
  await page.goto(`${scene.url}/pages/member.html?userid=linzhiyuan`)
})
afterAll(async () => {
  await browser?.close()
  await scene?.close()
  rmSync(pages, { recursive: true, force: true })
})

const app = () => page.frameLocator('[data-testid=mini-program-frame]')
const answer = (text: string) => app().getByTestId('answers').filter({ hasText: text })

test('the physician mini-program runs inside WeCom and signs in as the member', async () => {
  await answer('?phone=linzhiyuan&environment=wecom#/').waitFor()
  await app().getByRole('button', { name: 'qyLogin' }).click()
  await answer('qyLogin {"code":').waitFor()
  expect(scene.server.world.loginCodes.at(-1)).toMatchObject({ kind: 'wecomMiniProgram', subject: 'linzhiyuan' })
  await app().getByRole('button', { name: 'openCustomerServiceChat' }).click()
  await answer('openCustomerServiceChat:fail not in WeCom').waitFor()
})

test('messages and customers are empty until something comes', async () => {
  await page.getByTestId('capsule-close').click()
  await page.getByTestId('inbox-empty').waitFor()
  await page.getByTestId('tab-customers').click()
  await page.getByTestId('customers-empty').waitFor()
})

test('a customer shows with the tags of the pair', async () => {
  const configId = await scene.contactWay()
  await scene.server.control('scan', { user: 'wangxiulan', configId })
  await scene.tag(['长期管理', '餐后高'])
  await page.getByTestId('customer').getByText('王秀兰').waitFor()
  await page.getByTestId('customer-tag').first().waitFor()
  expect(await page.getByTestId('customer-tag').allTextContents()).toEqual(['长期管理', '餐后高'])
})

test('an application message opens the mini-program at its page', async () => {
  await page.getByTestId('tab-inbox').click()
  await scene.staffNotice()
  await page.getByTestId('inbox-open').click()
  await answer('#/pages/patient/index?id=p1').waitFor()
})
