import { silentAmr } from '../kf/amr'
import { kfChat } from '../testing/kf-chat'
import type { KfChat } from '../testing/kf-chat'
import { start } from '../testing/start'
import type { Driven } from '../testing/start'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

describe('what a patient sends in kf', () => {
  let sandbox: Driven
  let chat: KfChat
  const send = async (given: object): Promise<string> =>
    ((await sandbox.control('send', { user: 'wangxiulan', ...given })) as { messageId: string }).messageId
  const last = async (more: object = {}): Promise<Record<string, { media_id: string }>> =>
    ((await chat.sync('', more))['msg_list'] as Record<string, { media_id: string }>[]).at(-1) ?? {}
  const media = async (id: string | undefined): Promise<Response> =>
    sandbox.app.request(`/wecom/cgi-bin/media/get?access_token=${await sandbox.token()}&media_id=${id}`)

  beforeEach(async () => {
    sandbox = start({ switches: { kfSyncWithoutToken: 'unlimited' } })
    chat = await kfChat(sandbox)
  })
  afterEach(() => sandbox.close())

  it('is a picture whose bytes live three days', async () => {
    const msgid = await send({ msgtype: 'image', base64: png.toString('base64'), name: '化验单.png' })
    const message = await last()
    expect(message).toMatchObject({ msgid, origin: 3, msgtype: 'image', external_userid: chat.externalUserid })
    const answer = await media(message['image']?.media_id)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${encodeURIComponent('化验单.png')}"`)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png)
    await sandbox.control('advance', { by: '72h1s' })
    const gone = await media(message['image']?.media_id)
    expect(gone.status).toBe(200)
    expect(await gone.json()).toMatchObject({ errcode: 40145 })
    await sandbox.control('switch', { name: 'mediaExpired', value: 'unknown' })
    expect(await (await media(message['image']?.media_id)).json()).toMatchObject({ errcode: 40007 })
  })

  it('is voice as AMR, or as silk for who asks for it', async () => {
    await send({ msgtype: 'voice', seconds: 2 })
    const amr = await media((await last())['voice']?.media_id)
    expect(amr.headers.get('content-type')).toBe('audio/amr')
    expect(Buffer.from(await amr.arrayBuffer())).toEqual(silentAmr(2))
    const asked = (await last({ voice_format: 1 }))['voice']?.media_id
    expect((await last({ voice_format: 1 }))['voice']?.media_id).toBe(asked)
    const silk = await media(asked)
    expect(silk.headers.get('content-type')).toBe('audio/silk')
    expect(
      Buffer.from(await silk.arrayBuffer())
        .subarray(1, 10)
        .toString('latin1'),
    ).toBe('#!SILK_V3')
  })

  it('is never voice of another kind, or longer than a minute', async () => {
    const mp3 = Buffer.from('ID3aaaaaaaa').toString('base64')
    await expect(send({ msgtype: 'voice', base64: mp3 })).rejects.toMatchObject({ code: 'badInput', field: 'base64' })
    const long = silentAmr(60.02).toString('base64')
    await expect(send({ msgtype: 'voice', base64: long })).rejects.toMatchObject({ field: 'base64' })
    await expect(send({ msgtype: 'voice', seconds: 61 })).rejects.toMatchObject({ field: 'seconds' })
  })

  it.each([
    ['image', 2],
    ['video', 10],
    ['file', 20],
  ])('is told as words when a %s is over %d MB', async (msgtype, megabytes) => {
    const bytes = (over: number): string => Buffer.alloc(megabytes * 1_048_576 + over).toString('base64')
    await send({ msgtype, base64: bytes(0) })
    expect(await last()).toMatchObject({ msgtype })
    await send({ msgtype, base64: bytes(1) })
    expect(await last()).toMatchObject({ msgtype: 'text', text: { content: expect.stringContaining('超过') } })
    const shown = sandbox.world.kfSessions[0]?.chat.at(-1)?.content
    expect(shown).toMatchObject({ type: msgtype, bytes: megabytes * 1_048_576 + 1 })
  })

  it.each([
    [
      { msgtype: 'location', latitude: 30.2, longitude: 120.1, name: '江滨医院', address: '江滨路 1 号' },
      { location: { latitude: 30.2, longitude: 120.1, name: '江滨医院', address: '江滨路 1 号' } },
    ],
    [
      { msgtype: 'link', title: '血糖仪', desc: '说明', url: 'https://a.test/x', picUrl: 'https://a.test/p.png' },
      { link: { title: '血糖仪', desc: '说明', url: 'https://a.test/x', pic_url: 'https://a.test/p.png' } },
    ],
    [
      { msgtype: 'miniprogram', title: '步数', appid: 'wx1', pagepath: 'pages/a.html' },
      { miniprogram: { title: '步数', appid: 'wx1', pagepath: 'pages/a.html', thumb_media_id: expect.any(String) } },
    ],
    [{ msgtype: 'business_card', userid: 'zhouning' }, { business_card: { userid: 'zhouning' } }],
    [{ msgtype: 'note' }, {}],
  ])('is %j', async (given, expected) => {
    await send(given)
    expect(await last()).toMatchObject({ origin: 3, msgtype: given.msgtype, ...expected })
  })

  it('opens the window as words do', async () => {
    await send({ msgtype: 'voice' })
    expect(await chat.state()).toBe(0)
    expect((await chat.send('收到')).errcode).toBe(0)
  })

  it('can be taken back within two minutes', async () => {
    const first = await send({ msgtype: 'text', text: '发错了' })
    await sandbox.control('advance', { by: '2m' })
    const recall = (messageId: string): Promise<unknown> => sandbox.control('recall', { user: 'wangxiulan', messageId })
    await recall(first)
    expect(await last()).toMatchObject({
      origin: 4,
      event: { event_type: 'user_recall_msg', recall_msgid: first, external_userid: chat.externalUserid },
    })
    expect(sandbox.world.kfSessions[0]?.chat[0]).toMatchObject({ id: first, content: { type: 'recalled' } })
    await expect(recall(first)).rejects.toMatchObject({ code: 'notFound' })
    const second = await send({ msgtype: 'text', text: '也发错了' })
    await sandbox.control('advance', { by: '2m1s' })
    await expect(recall(second)).rejects.toMatchObject({ code: 'notPossible' })
  })

  it.each([
    ['kept', 1],
    ['gone', 0],
  ])('leaves a recalled message %s in the log', async (value, count) => {
    await sandbox.control('switch', { name: 'kfRecalledMessage', value })
    const msgid = await send({ msgtype: 'text', text: '发错了' })
    await sandbox.control('recall', { user: 'wangxiulan', messageId: msgid })
    const list = (await chat.sync())['msg_list'] as { msgid: string }[]
    expect(list.filter((one) => one.msgid === msgid)).toHaveLength(count)
  })

  it('gets nothing while the patient refuses, and the corp hears of it later', async () => {
    await chat.say('在吗')
    await sandbox.control('kf-refuse', { user: 'wangxiulan', refuses: true })
    expect((await chat.send('在', { msgid: 'refused-1' })).errcode).toBe(0)
    expect(await last()).toMatchObject({
      event: { event_type: 'msg_send_fail', fail_msgid: 'refused-1', fail_type: 10 },
    })
    await sandbox.control('kf-refuse', { user: 'wangxiulan', refuses: false })
    await chat.send('在的')
    expect(chat.shown()).toEqual(['在的'])
  })
})
