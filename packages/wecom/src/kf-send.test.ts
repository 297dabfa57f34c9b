import type { KfContent } from './kf-content'
import { type AnsweringServer, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

describe('send', () => {
  const text: KfContent = { msgtype: 'text', text: { content: '您好' } }
  const send = (content: KfContent = text, msgid = 'tp-1') =>
    server.wecom().kf.send.message({ touser: 'wm1', open_kfid: 'wk1', msgid, content })

  it('sends with our own msgid', async () => {
    server.answers({ errcode: 0, msgid: 'tp-1' })
    await expect(send()).resolves.toEqual({ outcome: 'accepted', msgid: 'tp-1' })
    expect(server.asked[0]).toMatchObject({
      api: 'kf/send_msg',
      query: { access_token: 'token-1' },
      body: { touser: 'wm1', open_kfid: 'wk1', msgid: 'tp-1', ...text },
    })
  })

  const place = { name: '门诊', address: '中山路 1 号', latitude: 31.2, longitude: 121.4 }
  it.each<[KfContent]>([
    [{ msgtype: 'image', image: { media_id: 'M' } }],
    [{ msgtype: 'voice', voice: { media_id: 'M' } }],
    [{ msgtype: 'video', video: { media_id: 'M' } }],
    [{ msgtype: 'file', file: { media_id: 'M' } }],
    [{ msgtype: 'location', location: place }],
    [{ msgtype: 'ca_link', ca_link: { link_url: 'https://work.weixin.qq.com/ca/x' } }],
  ])('sends %j', async (content) => {
    await expect(send(content)).resolves.toMatchObject({ outcome: 'accepted' })
    expect(server.asked[0]?.body).toMatchObject(content)
  })

  it.each([
    [95033, { outcome: 'already-accepted', msgid: 'tp-1' }],
    [95001, { outcome: 'count-used', errcode: 95001 }],
    [95002, { outcome: 'window-closed', errcode: 95002 }],
    [95031, { outcome: 'window-closed', errcode: 95031 }],
    [95018, { outcome: 'state-forbids', errcode: 95018 }],
    [95013, { outcome: 'session-ended', errcode: 95013 }],
    [95004, { outcome: 'account-gone', errcode: 95004 }],
    [95030, { outcome: 'type-forbidden', errcode: 95030 }],
  ])('%d becomes an outcome', async (errcode, outcome) => {
    server.answers({ errcode, errmsg: 'x' })
    await expect(send()).resolves.toEqual(outcome)
  })

  it('repeats a busy answer with the same msgid, and takes 95033 then as done', async () => {
    server.answers({ errcode: -1, errmsg: 'system busy' }, { errcode: 95033, errmsg: 'dup' })
    await expect(send()).resolves.toEqual({ outcome: 'already-accepted', msgid: 'tp-1' })
    expect(server.asked.map(({ body }) => (body as { msgid: string }).msgid)).toEqual(['tp-1', 'tp-1'])
  })

  it('throws what is no outcome of a message', async () => {
    server.answers({ errcode: 48007, errmsg: 'x' })
    await expect(send()).rejects.toMatchObject({ code: 'wecom-error', action: 'config' })
  })

  const menu = (list: object[]) => ({ msgtype: 'msgmenu', msgmenu: { list } }) as KfContent
  const click = { type: 'click', click: { id: 'a', content: 'A' } }
  it.each<[string, KfContent, string]>([
    ['text.content', { msgtype: 'text', text: { content: '字'.repeat(683) } }, 'tp'],
    ['text.content', { msgtype: 'text', text: { content: '' } }, 'tp'],
    ['msgid', text, 'has space'],
    ['msgid', text, 'x'.repeat(33)],
    ['msgmenu.list', menu(Array(51).fill({ type: 'text', text: { content: 'x' } })), 'tp'],
    ['msgmenu.list', menu(Array(11).fill(click)), 'tp'],
    ['msgmenu.list.0.click.id', menu([{ type: 'click', click: { id: '中', content: 'A' } }]), 'tp'],
    ['voice.media_id', { msgtype: 'voice', voice: { media_id: '' } }, 'tp'],
    ['video.media_id', { msgtype: 'video', video: { media_id: '' } }, 'tp'],
    ['location.latitude', { msgtype: 'location', location: { ...place, latitude: 91 } }, 'tp'],
    ['location.longitude', { msgtype: 'location', location: { ...place, longitude: -181 } }, 'tp'],
    ['ca_link.link_url', { msgtype: 'ca_link', ca_link: { link_url: 'x'.repeat(2049) } }, 'tp'],
    ['link.title', { msgtype: 'link', link: { title: '字'.repeat(43), url: 'https://x', thumb_media_id: 'M' } }, 'tp'],
    [
      'miniprogram.pagepath',
      {
        msgtype: 'miniprogram',
        miniprogram: { appid: 'wx', title: 't', thumb_media_id: 'M', pagepath: 'pages/a?x=.html' },
      },
      'tp',
    ],
  ])('refuses %s beyond its limit before sending', async (field, content, msgid) => {
    await expect(send(content, msgid)).rejects.toMatchObject({ code: 'limit', field })
    expect(server.asked).toEqual([])
  })

  it('accepts text and menus exactly at their limits', async () => {
    await expect(send({ msgtype: 'text', text: { content: '字'.repeat(682) + 'ab' } })).resolves.toMatchObject({
      outcome: 'accepted',
    })
    await expect(
      send(menu([...Array(10).fill(click), ...Array(40).fill({ type: 'text', text: { content: 'x' } })])),
    ).resolves.toMatchObject({ outcome: 'accepted' })
  })

  it('answers an event code once, with a menu of at most ten items', async () => {
    const { onEvent } = server.wecom().kf.send
    server.answers({ errcode: 0 }, { errcode: 95007, errmsg: 'x' })
    await expect(
      onEvent({ code: 'W', msgid: 'a', content: { msgtype: 'text', text: { content: 'hi' } } }),
    ).resolves.toEqual({ outcome: 'accepted', msgid: 'a' })
    await expect(
      onEvent({ code: 'W', msgid: 'b', content: { msgtype: 'text', text: { content: 'hi' } } }),
    ).resolves.toEqual({ outcome: 'code-expired', errcode: 95007 })
    const eleven = {
      msgtype: 'msgmenu' as const,
      msgmenu: { list: Array(11).fill({ type: 'text', text: { content: 'x' } }) },
    }
    await expect(onEvent({ code: 'W', msgid: 'c', content: eleven })).rejects.toMatchObject({ field: 'msgmenu.list' })
  })
})
