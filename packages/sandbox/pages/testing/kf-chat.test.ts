import { rmSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { silentAmr } from '../../src/kf/amr'
import { browserContext } from './browser'
import { buildPages, testApp } from './built-pages'
import { openScene } from './scene'
import type { Scene } from './scene'
import { tintedPng } from './tinted-png'

jest.setTimeout(60_000)

const png = tintedPng(60, 40, [0x33, 0x66, 0x99])
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
  await page.goto(`${scene.url}/pages/phone.html?user=wangxiulan`)
  await page.getByTestId('tab-mini-program').click()
  await asks('openCustomerServiceChat')
  await page.getByTestId('chat').waitFor()
})
afterEach(async () => {
  await page.close()
  await scene.close()
})

const app = () => page.frameLocator('[data-testid=mini-program-frame]')
const asks = (method: string): Promise<void> => app().getByRole('button', { name: method, exact: true }).click()
const answer = (text: string): Promise<void> => app().getByTestId('answers').filter({ hasText: text }).waitFor()
const choose = async (click: () => Promise<void>, name: string, buffer: Buffer): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), click()])
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer })
}
const panel = async (entry: string): Promise<void> => {
  if (!(await page.getByTestId('attach-panel').isVisible())) await page.getByTestId('composer-more').click()
  await page.getByTestId('attach-panel').getByRole('button', { name: entry }).click()
}
const lastSaid = () => scene.server.world.kfAccounts[0]?.log.at(-1)?.message

test('a picture is sent, shown, looked at large and taken back', async () => {
  await choose(() => panel('照片'), '化验单.png', Buffer.from(png))
  await page.getByTestId('image-message').click()
  const shown = page.getByTestId('image-preview').locator('img')
  expect(await shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(60)
  await page.keyboard.press('Escape')
  await page.getByTestId('image-preview').waitFor({ state: 'detached' })
  expect(lastSaid()).toMatchObject({ msgtype: 'image', origin: 3 })
  await page.getByTestId('image-message').click({ button: 'right' })
  await page.getByTestId('recall').click()
  await page.getByText('你撤回了一条消息').waitFor()
  expect(lastSaid()).toMatchObject({ event: { event_type: 'user_recall_msg' } })
})

test('a message of more than two minutes stays', async () => {
  await page.getByTestId('composer-text').fill('在吗')
  await page.keyboard.press('Enter')
  await page.getByText('在吗').waitFor()
  await scene.server.control('advance', { by: '3m' })
  await page.locator('.phone-status').getByText('10:03').waitFor()
  await page.getByText('在吗').click({ button: 'right' })
  expect(await page.getByTestId('recall').count()).toBe(0)
})

test('files, films and places are sent as cards', async () => {
  await choose(() => panel('文件'), '出院小结.pdf', Buffer.from('%PDF-1.4 出院小结'))
  await page.getByTestId('file-card').getByText('出院小结.pdf').waitFor()
  await choose(() => panel('视频'), '脚.mp4', Buffer.from('00000018667479706d703432', 'hex'))
  await page.locator('video').waitFor()
  await panel('位置')
  await page.getByTestId('location-card').getByText('江滨医院门诊楼').waitFor()
  expect(lastSaid()).toMatchObject({ msgtype: 'location', location: { name: '江滨医院门诊楼' } })
})

test('holding the button sends voice, which the browser cannot play and offers as a file', async () => {
  await page.getByTestId('composer-voice').click()
  const hold = page.getByTestId('hold-to-talk')
  await hold.dispatchEvent('pointerdown')
  await hold.and(page.locator('[aria-pressed=true]')).waitFor()
  await hold.dispatchEvent('pointerup')
  await hold.getByText('说话时间太短').waitFor()
  await scene.server.control('send', {
    user: 'wangxiulan',
    msgtype: 'voice',
    base64: silentAmr(8).toString('base64'),
  })
  await page.getByTestId('voice-message').getByText('8″').click()
  await page.getByTestId('voice-file').waitFor()
})

test('a menu is tapped and answers with its words', async () => {
  await scene.server.control('say', { user: 'wangxiulan', text: '谢谢' })
  await scene.kfMenu('这次帮到您了吗？', ['满意', '不满意'])
  await page.getByTestId('menu-item').first().click()
  await page.getByTestId('message').and(page.locator('[data-from=patient]')).getByText('满意').waitFor()
  expect(lastSaid()).toMatchObject({ text: { content: '满意', menu_id: 'choice-0' } })
})

test('a card that the app offers is sent when the person agrees', async () => {
  await page.getByTestId('chat-back').click()
  await asks('offer a card')
  await page.getByTestId('offered-send').click()
  await page.getByTestId('mini-program-card').getByText('我的血糖').waitFor()
  expect(lastSaid()).toMatchObject({ msgtype: 'miniprogram', miniprogram: { title: '我的血糖', pagepath: 'pages/g' } })
})

test('the bridge chooses pictures, records, shows pictures large and asks before a call', async () => {
  await page.getByTestId('chat-back').click()
  await choose(() => asks('chooseImage'), '脚.png', Buffer.from(png))
  await answer('chooseImage {"files":[{"name":"脚.png"')
  await asks('recordVoice')
  await answer('recordVoice {"name":"voice.wav"')
  await asks('previewImage')
  await page.getByTestId('image-preview').getByText('2/2').waitFor()
  await page.getByTestId('preview-close').click()
  await asks('makePhoneCall')
  await page.getByTestId('call-sheet').getByText('0571-88001234').waitFor()
  await page.getByTestId('call-cancel').click()
  await answer('makePhoneCall {"errMsg":"makePhoneCall:fail cancel"}')
  await asks('makePhoneCall')
  await page.getByTestId('call-go').click()
  await answer('makePhoneCall {}')
})
