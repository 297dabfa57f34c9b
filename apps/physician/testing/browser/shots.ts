import { mkdirSync } from 'node:fs'
import { openPhone, startBrowser, type OpenPhone } from './phone'

/** Takes a picture of every state of the app into the folder named by the first argument. */
const folder = process.argv[2] ?? 'shots'
mkdirSync(folder, { recursive: true })

const talkOf = (patient: string) => ({ path: `pages/conversation/index?id=talk-${patient}` })

const states: Record<
  string,
  { options: Parameters<typeof openPhone>[1]; act: (phone: OpenPhone) => Promise<unknown> }
> = {
  list: { options: { path: 'pages/patients/index' }, act: ({ app }) => app.waitForSelector('text=王秀兰') },
  'list-all': {
    options: { path: 'pages/patients/index' },
    act: async ({ app }) => {
      await app.click('text=全部')
      await app.waitForSelector('text=马志刚')
    },
  },
  'list-dark': {
    options: { path: 'pages/patients/index', scheme: 'dark' },
    act: ({ app }) => app.waitForSelector('text=王秀兰'),
  },
  search: {
    options: { path: 'pages/patients/index' },
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
  inbox: { options: { path: 'pages/inbox/index' }, act: ({ app }) => app.waitForSelector('text=赵国强') },
  'inbox-all': {
    options: { path: 'pages/inbox/index' },
    act: async ({ app }) => {
      await app.click('text=全部')
      await app.waitForSelector('text=未认出的微信用户')
    },
  },
  'inbox-dark': {
    options: { path: 'pages/inbox/index', scheme: 'dark' },
    act: ({ app }) => app.waitForSelector('text=赵国强'),
  },
  'inbox-search': {
    options: { path: 'pages/inbox/index' },
    act: async ({ app }) => {
      await app.click('[aria-label=找对话]')
      await app.fill('input', '化验')
      await app.waitForSelector('text=马志刚')
    },
  },
  'inbox-none': {
    options: { path: 'pages/inbox/index' },
    act: async ({ app }) => {
      await app.click('[aria-label=找对话]')
      await app.fill('input', '没人说过')
      await app.waitForSelector('text=没有找到')
    },
  },
  talk: { options: talkOf('wang'), act: ({ app }) => app.waitForSelector('text=女儿 王芳') },
  'talk-dark': {
    options: { ...talkOf('wang'), scheme: 'dark' },
    act: ({ app }) => app.waitForSelector('text=女儿 王芳'),
  },
  'talk-above': {
    options: talkOf('wang'),
    act: async ({ app }) => {
      await app.click('text=更早的消息')
      await app.waitForSelector('text=今天走了六千步')
    },
  },
  'talk-summary': {
    options: talkOf('wang'),
    act: async ({ app }) => {
      await app.click('.talk-summary__line')
      await app.waitForSelector('text=看时间线和血糖')
    },
  },
  'talk-urgent': { options: talkOf('zhao'), act: ({ app }) => app.waitForSelector('text=有危险信号') },
  'talk-closed': { options: talkOf('chen'), act: ({ app }) => app.waitForSelector('text=会发到小程序聊天') },
  'talk-client': { options: talkOf('sun'), act: ({ app }) => app.waitForSelector('text=正在企业微信里接待') },
  'talk-mine': { options: talkOf('ma'), act: ({ app }) => app.waitForSelector('text=您在接待') },
  'talk-stranger': { options: talkOf('stranger'), act: ({ app }) => app.waitForSelector('text=未认出的微信用户') },
  'talk-quick': {
    options: talkOf('wang'),
    act: async ({ app }) => {
      await app.click('[aria-label=常用语]')
      await app.waitForSelector('text=请拍一张脚的照片')
    },
  },
  'talk-plus': { options: talkOf('wang'), act: ({ app }) => app.click('[aria-label=更多]') },
  'talk-contents': {
    options: talkOf('wang'),
    act: async ({ app }) => {
      await app.click('[aria-label=更多]')
      await app.click('text=科教卡片')
      await app.waitForSelector('text=低血糖怎么办')
    },
  },
  'talk-note': {
    options: talkOf('wang'),
    act: async ({ app }) => {
      await app.click('[aria-label=更多]')
      await app.click('text=内部备注 >> nth=-1')
      await app.fill('textarea', '已电话联系女儿王芳，周四上午陪同来。')
    },
  },
  'talk-sent': {
    options: talkOf('wang'),
    act: async ({ app }) => {
      await app.fill('textarea', '周四上午来门诊，我给您查脚。')
      await app.click('[aria-label=发送]')
      await app.waitForSelector('text=还可发 2 条')
    },
  },
  'talk-failed': {
    options: talkOf('wang'),
    act: async ({ app, host }) => {
      host.desk.fate = 'outside-unavailable'
      await app.fill('textarea', '周四上午来门诊，我给您查脚。')
      await app.click('[aria-label=发送]')
      await app.waitForSelector('text=点这里再发')
    },
  },
  'talk-pass': {
    options: talkOf('wang'),
    act: async ({ app }) => {
      await app.click('text=转给同事')
      await app.click('text=陈思远')
    },
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
