import { mkdirSync } from 'node:fs'
import { openPhone, startBrowser, type OpenPhone } from './phone'

/** Takes a picture of every state of the app into the folder named by the first argument. */
const folder = process.argv[2] ?? 'shots'
mkdirSync(folder, { recursive: true })

const states: Record<
  string,
  { options: Parameters<typeof openPhone>[1]; act: (phone: OpenPhone) => Promise<unknown> }
> = {
  list: { options: {}, act: ({ app }) => app.waitForSelector('text=王秀兰') },
  'list-all': {
    options: {},
    act: async ({ app }) => {
      await app.click('text=全部')
      await app.waitForSelector('text=马志刚')
    },
  },
  'list-dark': { options: { scheme: 'dark' }, act: ({ app }) => app.waitForSelector('text=王秀兰') },
  search: {
    options: {},
    act: async ({ app }) => {
      await app.click('[aria-label=按姓名找]')
      await app.fill('input', '刘')
      await app.waitForSelector('text=刘建民')
    },
  },
  timeline: {
    options: { path: 'pages/patient/index?id=wang' },
    act: async ({ app }) => {
      await app.waitForSelector('text=患者提问')
      await app.fill('textarea', '脚麻多久了？周四门诊我给您查脚')
    },
  },
  'timeline-sent': {
    options: { path: 'pages/patient/index?id=wang' },
    act: async ({ app }) => {
      await app.fill('textarea', '脚麻多久了？周四门诊我给您查脚')
      await app.click('[aria-label=发送]')
      await app.waitForSelector('text=您回复了')
    },
  },
  'timeline-below': {
    options: { path: 'pages/patient/index?id=wang' },
    act: async ({ app }) => {
      await app.waitForSelector('text=患者提问')
      await app.evaluate(() => document.querySelector('.timeline-day')?.scrollIntoView())
    },
  },
  'timeline-failed': {
    options: { path: 'pages/patient/index?id=wang' },
    act: async ({ app, host }) => {
      host.fate = 'outside-unavailable'
      await app.fill('textarea', '脚麻多久了？')
      await app.click('[aria-label=发送]')
      await app.waitForSelector('[role=alert]')
    },
  },
  'timeline-closed': {
    options: { path: 'pages/patient/index?id=chen' },
    act: ({ app }) => app.waitForSelector('text=48 小时'),
  },
  'timeline-spent': {
    options: { path: 'pages/patient/index?id=sun' },
    act: ({ app }) => app.waitForSelector('text=已经发完'),
  },
  'timeline-none': {
    options: { path: 'pages/patient/index?id=liu' },
    act: ({ app }) => app.waitForSelector('text=刘建民'),
  },
  me: { options: { path: 'pages/me/index' }, act: ({ app }) => app.waitForSelector('text=林致远') },
  outside: { options: { frame: 'alone' }, act: ({ app }) => app.waitForSelector('text=请在企业微信里打开') },
}

/** Every chart has ink on it. */
const painted = () =>
  [...document.querySelectorAll('canvas')].every((canvas) =>
    canvas
      .getContext('2d')
      ?.getImageData(0, 0, canvas.width, canvas.height)
      .data.some((value) => value > 0),
  )

const main = async () => {
  const browser = await startBrowser()
  const only = process.argv.slice(3)
  for (const [name, { options, act }] of Object.entries(states)) {
    if (only.length > 0 && !only.includes(name)) continue
    const phone = await openPhone(browser, options)
    phone.page.on('pageerror', (error) => console.error(name, error.message))
    try {
      await act(phone)
      await phone.app.evaluate(() => document.fonts.ready)
      await phone.app.waitForFunction(painted)
      await phone.page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'))
    } catch (error) {
      console.error(name, error instanceof Error ? error.message.split('\n')[0] : error)
    }
    await phone.page.screenshot({ path: `${folder}/${name}.png` })
    await phone.close()
  }
  await browser.close()
}
void main()
