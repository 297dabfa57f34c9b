import { type AnsweringServer, answeringServer } from './testing/answering-server'
import type { KfContent } from './kf-content'
import type { KfPage } from './kf-sync'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('sync', () => {
  const pull = (cursor?: string): Promise<KfPage[]> =>
    all(server.wecom().kf.sync({ open_kfid: 'wk1', token: 'T', ...(cursor ? { cursor } : {}) }))

  it('goes on over empty pages while has_more is 1 and hands out each cursor', async () => {
    server.answers(
      { errcode: 0, next_cursor: 'c1', has_more: 1, msg_list: [] },
      { errcode: 0, next_cursor: 'c2', has_more: 1 },
      {
        errcode: 0,
        next_cursor: 'c3',
        has_more: 0,
        msg_list: [
          {
            msgid: 'm1',
            open_kfid: 'wk1',
            external_userid: 'wm1',
            send_time: 1767225600,
            origin: 3,
            msgtype: 'text',
            text: { content: '血糖 12', menu_id: '' },
          },
        ],
      },
    )
    const pages = await pull('c0')
    expect(pages.map(({ cursor, hasMore }) => [cursor, hasMore])).toEqual([
      ['c1', true],
      ['c2', true],
      ['c3', false],
    ])
    expect(pages[2]?.messages).toEqual([
      {
        msgid: 'm1',
        open_kfid: 'wk1',
        external_userid: 'wm1',
        send_time: '2026-01-01T00:00:00.000Z',
        origin: 3,
        msgtype: 'text',
        text: { content: '血糖 12', menu_id: undefined },
      },
    ])
    expect(server.asked.map(({ body }) => (body as { cursor: string }).cursor)).toEqual(['c0', 'c1', 'c2'])
  })

  it('stops with an error when WeCom promises more for ever without moving', async () => {
    server.answers(...Array.from({ length: 9 }, () => ({ errcode: 0, next_cursor: 'c1', has_more: 1, msg_list: [] })))
    await expect(pull('c1')).rejects.toMatchObject({ code: 'unexpected-answer', fields: ['next_cursor'] })
    expect(server.asked).toHaveLength(3)
  })

  it('lets the limit of pulls without a token stop only those', async () => {
    const { sync } = server.wecom().kf
    server.answers({ errcode: 45009 })
    await expect(all(sync({ open_kfid: 'wk1' }))).rejects.toMatchObject({ action: 'stop-until' })
    await expect(all(sync({ open_kfid: 'wk1' }))).rejects.toMatchObject({ code: 'would-exceed', api: 'kf/sync_msg' })
    await expect(all(sync({ open_kfid: 'wk1', token: 'T' }))).resolves.toHaveLength(1)
  })

  const envelope = { msgid: 'm', send_time: 1767225600, origin: 4 }
  const time = '2026-01-01T00:00:00.000Z'
  it.each([
    [
      {
        ...envelope,
        msgtype: 'event',
        event: {
          event_type: 'enter_session',
          open_kfid: 'wk1',
          external_userid: 'wm1',
          scene: 's',
          scene_param: 'key',
          welcome_code: 'W',
        },
      },
      {
        msgtype: 'event',
        event: { event_type: 'enter_session', external_userid: 'wm1', scene_param: 'key', welcome_code: 'W' },
      },
    ],
    [
      {
        ...envelope,
        msgtype: 'event',
        event: { event_type: 'msg_send_fail', open_kfid: 'wk1', external_userid: 'wm1', fail_msgid: 'x', fail_type: 4 },
      },
      { msgtype: 'event', event: { event_type: 'msg_send_fail', fail_msgid: 'x', fail_type: 4 } },
    ],
    [
      {
        ...envelope,
        msgtype: 'event',
        event: {
          event_type: 'session_status_change',
          open_kfid: 'wk1',
          external_userid: 'wm1',
          change_type: 3,
          old_servicer_userid: 'z',
          msg_code: 'M',
        },
      },
      { msgtype: 'event', event: { event_type: 'session_status_change', change_type: 3, msg_code: 'M' } },
    ],
    [
      { ...envelope, msgtype: 'event', event: { event_type: 'brand_new', open_kfid: 'wk1' } },
      { msgtype: 'other', name: 'event.brand_new' },
    ],
    [
      { ...envelope, open_kfid: 'wk1', external_userid: 'wm1', msgtype: 'voice', voice: { media_id: 'V' } },
      { msgtype: 'voice', voice: { media_id: 'V' }, external_userid: 'wm1' },
    ],
    [
      { ...envelope, open_kfid: 'wk1', external_userid: 'wm1', msgtype: 'merged_msg', merged_msg: {} },
      { msgtype: 'other', name: 'merged_msg', external_userid: 'wm1' },
    ],
  ])('types a row %#', async (row, expected) => {
    server.answers({ errcode: 0, next_cursor: 'c', has_more: 0, msg_list: [row] })
    expect((await pull())[0]?.messages).toEqual([
      expect.objectContaining({
        msgid: 'm',
        send_time: time,
        ...expected,
        ...('event' in expected ? { event: expect.objectContaining(expected.event) } : {}),
      }),
    ])
  })
})

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

describe('sessions', () => {
  it.each([
    [0, 'new'],
    [1, 'assistant'],
    [3, 'person'],
    [4, 'ended'],
  ])('state %d is %s', async (service_state, state) => {
    server.answers({ errcode: 0, service_state, servicer_userid: state === 'person' ? 'z' : '' })
    await expect(server.wecom().kf.sessions.get('wk1', 'wm1')).resolves.toEqual({
      state,
      servicer: state === 'person' ? 'z' : undefined,
    })
  })

  it('hands over to a person and returns the prompt code', async () => {
    server.answers({ errcode: 0, msg_code: 'M' })
    const to = { open_kfid: 'wk1', external_userid: 'wm1', state: 'person' } as const
    await expect(server.wecom().kf.sessions.transfer({ ...to, servicer_userid: 'z' })).resolves.toEqual({
      msgCode: 'M',
    })
    expect(server.asked[0]?.body).toEqual({
      open_kfid: 'wk1',
      external_userid: 'wm1',
      service_state: 3,
      servicer_userid: 'z',
    })
    await expect(server.wecom().kf.sessions.transfer(to)).rejects.toMatchObject({ field: 'servicer_userid' })
  })
})

describe('accounts and customers', () => {
  it('lists accounts until a page is short', async () => {
    const account = (n: number) => ({ open_kfid: `wk${n}`, name: 'x' })
    server.answers(
      { errcode: 0, account_list: Array.from({ length: 100 }, (_, n) => account(n)) },
      { errcode: 0, account_list: [account(100)] },
    )
    expect(await all(server.wecom().kf.accounts.list())).toHaveLength(101)
    expect(server.asked.map(({ body }) => body)).toEqual([
      { offset: 0, limit: 100 },
      { offset: 100, limit: 100 },
    ])
  })

  it.each([['x'.repeat(33)], ['a b'], ['中']])('refuses scene %s', async (scene) => {
    await expect(server.wecom().kf.accounts.addContactWay({ open_kfid: 'wk1', scene })).rejects.toMatchObject({
      field: 'scene',
    })
  })

  it('reads customers and those WeCom will not tell', async () => {
    server.answers({
      errcode: 0,
      customer_list: [{ external_userid: 'wm1', unionid: 'u' }],
      invalid_external_userid: ['wm2'],
    })
    await expect(server.wecom().kf.customers.batchGet({ external_userid_list: ['wm1', 'wm2'] })).resolves.toMatchObject(
      {
        customer_list: [{ external_userid: 'wm1', unionid: 'u' }],
        invalid_external_userid: ['wm2'],
      },
    )
    const many = Array.from({ length: 101 }, (_, n) => `wm${n}`)
    await expect(server.wecom().kf.customers.batchGet({ external_userid_list: many })).rejects.toMatchObject({
      field: 'external_userid_list',
    })
  })
})
