import type { KfPage } from './kf-sync'
import { type AnsweringServer, all, answeringServer } from './testing/answering-server'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

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

  it('asks for silk only when told', async () => {
    const { sync } = server.wecom().kf
    await all(sync({ open_kfid: 'wk1', token: 'T', voice_format: 1 }))
    await all(sync({ open_kfid: 'wk1', token: 'T' }))
    expect(server.asked.map(({ body }) => body)).toEqual([
      { open_kfid: 'wk1', token: 'T', voice_format: 1 },
      { open_kfid: 'wk1', token: 'T' },
    ])
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
