import { demo } from '../demo'
import { befriended, uploadedPicture } from '../testing/befriended'
import { start } from '../testing/start'
import type { Answer, Driven } from '../testing/start'

describe('welcome', () => {
  let sandbox: Driven
  let code: string
  const welcome = (more: object = {}): Promise<Answer> =>
    sandbox.wecom('externalcontact/send_welcome_msg', { welcome_code: code, text: { content: '您好' }, ...more })
  const attach = (msgtype: string, part: object): Promise<Answer> =>
    welcome({ attachments: [{ msgtype, [msgtype]: part }] })

  beforeEach(async () => {
    sandbox = start()
    code = (await befriended(sandbox)).welcomeCode
  })
  afterEach(() => sandbox.close())

  it('goes once', async () => {
    expect((await welcome()).errcode).toBe(0)
    expect((await welcome()).errcode).toBe(41051)
    expect(sandbox.world.friendships[0]?.chat.map((message) => message.content.type)).toEqual(['notice', 'text'])
  })

  it('goes within 20 s', async () => {
    await sandbox.control('advance', { by: '20s' })
    expect((await welcome()).errcode).toBe(0)
  })

  it('is too late after 20 s, and never with a made-up code', async () => {
    await sandbox.control('advance', { by: '21s' })
    expect((await welcome()).errcode).toBe(41050)
    expect((await welcome({ welcome_code: 'made-up' })).errcode).toBe(41050)
  })

  it('is refused when they already chat', async () => {
    await sandbox.control('say', { user: 'limin', userid: 'zhouning', text: '你好' })
    expect((await welcome()).errcode).toBe(41051)
  })

  it('may be retried while another application is sending', async () => {
    await sandbox.control('fault', { name: 'welcomeElsewhere', value: { next: 1 } })
    expect((await welcome()).errcode).toBe(41096)
    expect((await welcome()).errcode).toBe(0)
  })

  it('is not spent by a refused content', async () => {
    expect((await welcome({ text: { content: '字'.repeat(1334) } })).errcode).toBe(45002)
    expect((await welcome({ text: { content: '' } })).errcode).toBe(40063)
    const link = { title: 'a', url: 'https://a' }
    expect(
      (await welcome({ attachments: Array.from({ length: 10 }, () => ({ msgtype: 'link', link })) })).errcode,
    ).toBe(41065)
    expect((await welcome({ text: { content: `${'字'.repeat(1333)}a` } })).errcode).toBe(0)
  })

  it('checks links', async () => {
    expect((await attach('link', { title: '很'.repeat(43), url: 'https://a' })).errcode).toBe(41065)
    expect((await attach('link', { title: 'a', desc: '很'.repeat(171), url: 'https://a' })).errcode).toBe(41065)
    expect((await attach('link', { title: 'a', url: `https://${'a'.repeat(2041)}` })).errcode).toBe(41065)
    expect((await attach('link', { title: '很'.repeat(42), url: 'https://a' })).errcode).toBe(0)
  })

  it('checks mini-program cards', async () => {
    const pic_media_id = await uploadedPicture(sandbox)
    const card = { title: '随行', pic_media_id, appid: demo.miniPrograms.patient.appid, page: 'pages/today/index' }
    expect((await attach('miniprogram', { ...card, title: '很'.repeat(22) })).errcode).toBe(41065)
    expect((await attach('miniprogram', { ...card, appid: 'wx0' })).errcode).toBe(84074)
    expect((await attach('miniprogram', { ...card, pic_media_id: 'none' })).errcode).toBe(40007)
    expect((await attach('miniprogram', card)).errcode).toBe(0)
  })

  it('takes pictures by media_id or from uploadimg only', async () => {
    expect((await attach('image', { pic_url: 'https://elsewhere/a.png' })).errcode).toBe(41065)
    expect((await attach('image', { media_id: await uploadedPicture(sandbox) })).errcode).toBe(0)
  })
})
