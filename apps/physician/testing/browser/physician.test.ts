import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openPhone, startBrowser, type OpenPhone } from './phone'

/** Needs the built h5 app: `npm run build:h5` in apps/physician. */
const built = existsSync(join(__dirname, '../../dist/h5/index.html'))
if (!built) throw new Error('apps/physician/dist/h5 is not built: run npm test, or npm run build -- physician-h5')

describe('the built physician app in a phone', () => {
  jest.setTimeout(60_000)
  let browser: Browser
  let phone: OpenPhone | undefined
  const open = async (...options: Parameters<typeof openPhone> extends [Browser, ...infer Rest] ? Rest : never) =>
    (phone = await openPhone(browser, ...options))
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterEach(async () => {
    await phone?.close()
    phone = undefined
  })
  afterAll(() => browser?.close())

  it.each(['wecom', 'wechat'] as const)(
    'signs in through the phone inside %s and shows who waits',
    async (environment) => {
      const { app } = await open({ environment })
      await app.waitForSelector('text=王秀兰')
      expect(await app.textContent('[role=tab][aria-selected=true]')).toBe('等我 3')
    },
  )

  it('asks a plain browser to open WeCom', async () => {
    const { app } = await open({ frame: 'alone' })
    await app.waitForSelector('text=请在企业微信里打开')
  })

  it('walks from the list to a patient, replies, and comes back', async () => {
    const { app, host } = await open()
    await app.click('text=王秀兰')
    await app.fill('textarea', '脚麻多久了？周四门诊我给您查脚')
    await app.click('[aria-label=发送]')
    await app.waitForSelector('text=您回复了')
    await app.waitForSelector('text=还可发 2 条')
    expect(host.replies).toHaveLength(1)
    await app.click('[aria-label=返回] >> visible=true')
    await app.waitForSelector('text=陈玉芬')
  })

  it('reaches the patient once when the answer to a reply was lost', async () => {
    const { app, host } = await open({ path: 'pages/patient/index?id=wang' })
    host.fate = 'drop'
    await app.fill('textarea', '脚麻多久了？')
    await app.click('[aria-label=发送]')
    await app.waitForSelector('text=不知道发出去没有')
    host.fate = 'accept'
    await app.click('[aria-label=发送]')
    await app.waitForSelector('text=不知道发出去没有', { state: 'detached' })
    expect(new Set(host.replies.map((reply) => reply.clientId)).size).toBe(1)
    expect(await app.locator('text=您回复了').count()).toBe(1)
  })

  it('shows a message that comes in while the page is open', async () => {
    const { app, host } = await open({ path: 'pages/patient/index?id=wang' })
    await app.waitForSelector('text=患者提问')
    host.say('wang', '右脚更麻一些')
    await app.waitForSelector('text=右脚更麻一些')
  })

  it('keeps the draft through a reload', async () => {
    const { app, page } = await open({ path: 'pages/patient/index?id=wang' })
    await app.fill('textarea', '写到一半')
    await page.reload()
    const again = await (await page.waitForSelector('iframe')).contentFrame()
    await again?.waitForFunction(() => document.querySelector('textarea')?.value === '写到一半')
  })

  it('signs in again by itself when the session has expired', async () => {
    const { app, host } = await open({ path: 'pages/patient/index?id=wang' })
    await app.waitForSelector('text=患者提问')
    host.expireSessions()
    host.say('wang', '又麻了')
    await app.waitForSelector('text=又麻了')
  })

  it('keeps what it read while the host is away, and says so until it is back', async () => {
    const { app, host } = await open()
    await app.waitForSelector('text=王秀兰')
    host.down = true
    await app.waitForSelector('text=正在重连')
    expect(await app.isVisible('text=王秀兰')).toBe(true)
    host.down = false
    await app.waitForSelector('text=正在重连', { state: 'detached' })
  })

  it('draws the curve of a day and leaves nothing wider than the phone', async () => {
    const { app } = await open({ path: 'pages/patient/index?id=wang' })
    await app.waitForFunction(() =>
      [...document.querySelectorAll('canvas')].some((canvas) =>
        canvas
          .getContext('2d')
          ?.getImageData(0, 0, canvas.width, canvas.height)
          .data.some((value) => value > 0),
      ),
    )
    expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
  })

  it('gives every control at least 44 px to a finger', async () => {
    const { app } = await open({ path: 'pages/patient/index?id=wang' })
    await app.waitForSelector('text=患者提问')
    const small = await app.$$eval('[role=button], [aria-label=返回], [role=tab]', (controls) =>
      controls
        .map((control) => ({ name: control.textContent, height: control.getBoundingClientRect().height }))
        .filter(({ height }) => height > 0 && height < 44),
    )
    expect(small).toEqual([])
  })
})
