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
      expect(await app.textContent('[role=tab][aria-selected=true]')).toBe('等您回 3')
    },
  )

  it('asks a plain browser to open WeCom', async () => {
    const { app } = await open({ frame: 'alone' })
    await app.waitForSelector('text=请在企业微信里打开')
  })

  it('walks from the list to a patient, replies, and comes back', async () => {
    const { app, host } = await open({ path: 'pages/patients/index' })
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

  it.each([
    'pages/inbox/index',
    'pages/patient/index?id=wang',
    'pages/conversation/index?id=talk-wang',
    'pages/conversation/index?id=talk-sun',
  ])('gives every control of %s at least 44 px to a finger, and nothing is wider than the phone', async (path) => {
    const { app } = await open({ path })
    await app.waitForSelector(path.includes('conversation') ? '.talk-line' : 'text=王秀兰')
    const small = await app.$$eval('[role=button], [aria-label=返回], [role=tab]', (controls) =>
      controls
        .map((control) => ({ name: control.textContent, height: control.getBoundingClientRect().height }))
        .filter(({ height }) => height > 0 && height < 44),
    )
    expect(small).toEqual([])
    expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
  })

  const talk = { path: 'pages/conversation/index?id=talk-wang' }
  it('walks from the inbox into a conversation at its newest line, takes it, answers, and comes back', async () => {
    const { app, host } = await open()
    await app.click('text=王秀兰')
    await app.waitForFunction(() => {
      const lines = document.querySelectorAll('.talk-line')
      const last = lines[lines.length - 1]?.getBoundingClientRect()
      const footer = document.querySelector('.talk-composer')?.getBoundingClientRect()
      return last !== undefined && footer !== undefined && last.bottom > 0 && last.bottom <= footer.top
    })
    await app.click('text=接手')
    await app.waitForSelector('text=您在接待')
    await app.fill('textarea >> visible=true', '周四上午来，我给您查脚。')
    await app.click('[aria-label=发送] >> visible=true')
    await app.waitForSelector('text=还可发 2 条')
    expect(await app.locator('text=周四上午来，我给您查脚。').count()).toBe(1)
    expect(host.desk.asked).toHaveLength(1)
    await app.click('[aria-label=返回] >> visible=true')
    await app.waitForSelector('text=等您回 2')
  })

  it('sends once what was written while the host was away, even through a reload', async () => {
    const { app, host, page } = await open(talk)
    await app.waitForSelector('.talk-line')
    host.down = true
    await app.fill('textarea', '脚麻多久了？')
    await app.click('[aria-label=发送]')
    await app.waitForSelector('text=点这里再发')
    await page.reload()
    host.down = false
    const again = await (await page.waitForSelector('iframe')).contentFrame()
    await again?.waitForFunction(() => document.body.textContent?.includes('还可发 2 条'))
    await again?.waitForFunction(() => !document.body.textContent?.includes('点这里再发'))
    expect(host.desk.asked.map((one) => (one.kind === 'text' ? one.text : one.kind))).toEqual(['脚麻多久了？'])
  })

  it('sends a picture from the phone', async () => {
    const { app, host, page } = await open(talk)
    await app.click('[aria-label=更多]')
    const chooser = page.waitForEvent('filechooser')
    await app.click('text=图片 >> visible=true')
    await (await chooser).setFiles({ name: '示意.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) })
    await app.waitForSelector('text=还可发 2 条')
    expect(host.desk.uploads).toMatchObject([{ name: '示意.svg' }])
    expect(host.desk.asked).toMatchObject([{ kind: 'image', mediaId: 'up-1' }])
  })

  it('keeps the draft of a conversation through a reload', async () => {
    const { app, page } = await open(talk)
    await app.fill('textarea', '写到一半')
    await page.reload()
    const again = await (await page.waitForSelector('iframe')).contentFrame()
    await again?.waitForFunction(() => document.querySelector('textarea')?.value === '写到一半')
  })
})

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#a34b3f"/></svg>'
