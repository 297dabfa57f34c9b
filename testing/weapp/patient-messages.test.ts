import { createFixtureHost, type FixtureHost, type Person } from '../../apps/patient/testing/fixture-host'
import { answerAs } from './answer-as'
import { ensureWeapp } from './build'
import { createFakeMedia } from './fake-media'
import { createFakeWx } from './fake-wx'
import { runWeapp, type RunningWeapp } from './weapp-host'

const minutes = 60_000
let folder = ''
let running: RunningWeapp | null = null

beforeAll(() => {
  folder = ensureWeapp('patient')
}, 10 * minutes)
afterEach(() => {
  running?.close()
  running = null
})

/** A phone with its storage and files, on which the app can be started again. */
const phoneOf = (person: Person) => {
  const host = createFixtureHost(person)
  const storage = new Map<string, unknown>()
  const files = new Map<string, ArrayBuffer>()
  const start = async () => {
    running?.close()
    const media = createFakeMedia(files)
    const wx = createFakeWx({ request: answerAs(host), storage, extra: media.api })
    const weapp = runWeapp(folder, wx)
    running = weapp
    const page = weapp.open('pages/messages/index')
    await weapp.until('conversation', () => page.text.includes('黑咖啡可以少量喝'))
    return { weapp, wx, page, media }
  }
  return { host, files, start }
}
type Started = Awaited<ReturnType<ReturnType<typeof phoneOf>['start']>>
const say = async ({ weapp, page }: Started, text: string) => {
  page.type('composer__words', text)
  await weapp.until('a button to send', () => page.words.includes('发送'))
  page.tap('发送')
}
const saidBy = ({ talk }: FixtureHost) => talk.said.flatMap(({ clientId, text }) => (clientId ? [text] : []))

test('names who speaks, says who answers next, marks what was read and honours what was taken back', async () => {
  const { weapp, page } = await phoneOf('waiting').start()
  for (const words of ['林致远 主治医师', '周宁 健康管理师', '智能助手', '医护已看', '周宁 健康管理师撤回了一条消息'])
    expect(page.text).toContain(words)
  expect(page.words).toContain('已转给林致远医生，等了 13 分钟')
  expect(page.text).toContain('急事请打 120')
  expect(weapp.errors).toEqual([])
})

test('the assistant opens inside the tap, with the link read before it', async () => {
  const { weapp, wx, page } = await phoneOf('enrolled').start()
  await weapp.until('link ready', () => page.has('state-bar__wechat--ready'))
  page.tapClass('state-bar__wechat')
  expect(wx.calls.filter(({ name }) => name === 'openCustomerServiceChat')).toHaveLength(1)
  expect(wx.calls.find(({ name }) => name === 'openCustomerServiceChat')?.options).toMatchObject({
    extInfo: { url: 'https://work.weixin.qq.com/kfid/kfc123?enc_scene=abc' },
    corpId: 'ww123',
  })
})

test('words whose answer is lost are one message', async () => {
  const { host, start } = phoneOf('enrolled')
  const started = await start()
  host.loseNext('patientSay')
  await say(started, '明天能来吗')
  await started.weapp.until('queued', () => started.page.words.includes('待发送'))
  started.wx.comeOnline()
  await started.weapp.until('sent', () => !started.page.words.includes('待发送'))
  expect(saidBy(host)).toEqual(['明天能来吗'])
  expect(host.asked.filter(({ route }) => route === 'patientSay')).toHaveLength(2)
  expect(started.page.words.filter((words) => words === '明天能来吗')).toHaveLength(1)
  expect(started.weapp.errors).toEqual([])
})

test('what waits when the app is closed goes when it is opened again, in order', async () => {
  const { host, start, files } = phoneOf('enrolled')
  const first = await start()
  host.network.state = 'away'
  await say(first, '脚上红了一块')
  first.media.putIntoAlbum('tmp/foot.jpg', 90_000)
  await first.weapp.until('field free again', () => first.page.has('sx-icon--image'))
  first.page.tapClass('sx-icon--image')
  await first.weapp.until('both wait', () => first.page.words.filter((words) => words === '待发送').length === 2)
  expect(first.media.asked.most).toBe(9)
  first.weapp.close()
  host.network.state = 'there'
  const second = await start()
  await second.weapp.until('nothing waits', () => saidBy(host).length === 2 && !second.page.words.includes('待发送'))
  expect(saidBy(host)).toEqual(['脚上红了一块', '[图片]'])
  // Made smaller before it was kept, and no longer kept once it was taken.
  expect(host.asked.find(({ route }) => route === 'patientUpload')?.body).toEqual({ bytes: 45_000 })
  await second.weapp.until('no file kept', () => ![...files.keys()].some((path) => path.includes('wait-')))
})

test('a voice is recorded as mp3, can be heard first, and goes with its seconds', async () => {
  const { host, start } = phoneOf('enrolled')
  const { weapp, page, media } = await start()
  page.tapClass('sx-icon--microphone')
  await weapp.until('voice', () => page.words.includes('点一下说'))
  page.tap('点一下说')
  await weapp.until('a second of it', () => page.text.includes('1 秒'))
  expect(media.asked.record).toMatchObject({ format: 'mp3', duration: 60_000 })
  page.tap('说完了')
  await weapp.until('to be heard', () => page.has('sx-part-voice'))
  page.tap('发送')
  await weapp.until('taken', () => saidBy(host).length === 1)
  expect(host.talk.said[host.talk.said.length - 1]?.content).toMatchObject({ kind: 'voice', media: { seconds: 4.2 } })
  expect(weapp.errors).toEqual([])
})

test('WeChat is asked inside the tap whether it may tell of the reply', async () => {
  const { weapp, page, wx } = await phoneOf('waiting').start()
  await weapp.until('asked', () => page.words.includes('有回复时微信提醒我'))
  page.tap('有回复时微信提醒我')
  expect(wx.calls.find(({ name }) => name === 'requestSubscribeMessage')?.options).toMatchObject({
    tmplIds: ['template-1'],
  })
})

test('120 is called after one question', async () => {
  const { weapp, page, wx } = await phoneOf('enrolled').start()
  page.tapClass('state-bar__emergency')
  await weapp.until('asked', () => page.words.includes('打 120'))
  page.tap('打 120')
  expect(wx.calls.find(({ name }) => name === 'makePhoneCall')?.options).toMatchObject({ phoneNumber: '120' })
})
