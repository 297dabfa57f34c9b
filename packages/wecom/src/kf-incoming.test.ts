import { kfIncoming } from './kf-incoming'

const envelope = { msgid: 'm', send_time: 1767225600, origin: 3, open_kfid: 'wk1', external_userid: 'wm1' }
const incoming = (msgtype: string, content?: object) => kfIncoming({ ...envelope, msgtype, [msgtype]: content })

describe('what a patient may send', () => {
  it.each([
    ['text', { content: '您好', menu_id: 'm1' }],
    ['image', { media_id: 'M' }],
    ['voice', { media_id: 'M' }],
    ['video', { media_id: 'M' }],
    ['file', { media_id: 'M' }],
    ['location', { latitude: 31.2, longitude: 121.4, name: 'n', address: 'a' }],
    ['link', { title: 't', desc: 'd', url: 'u', pic_url: 'p' }],
    ['business_card', { userid: 'zhang' }],
    ['miniprogram', { title: 't', appid: 'wx1', pagepath: 'p', thumb_media_id: 'M' }],
  ])('%s', (msgtype, content) =>
    expect(incoming(msgtype, content)).toEqual({
      ...envelope,
      send_time: '2026-01-01T00:00:00.000Z',
      msgtype,
      [msgtype]: content,
    }),
  )
})

it('a menu that staff sent reads as the patient sees it', () =>
  expect(
    kfIncoming({
      ...envelope,
      origin: 5,
      servicer_userid: 'zhang',
      msgtype: 'msgmenu',
      msgmenu: {
        head_content: '服务满意吗？',
        list: [
          { type: 'click', click: { id: 's1', content: '满意' } },
          { type: 'view', view: { url: 'https://x', content: '看看' } },
          { type: 'text', text: { content: '谢谢' } },
          { type: 'moon' },
        ],
        tail_content: '',
      },
    }),
  ).toMatchObject({
    msgtype: 'msgmenu',
    servicer_userid: 'zhang',
    msgmenu: {
      head_content: '服务满意吗？',
      list: [
        { type: 'click', id: 's1', content: '满意' },
        { type: 'view', id: undefined, content: '看看' },
        { type: 'text', content: '谢谢' },
        { type: 'moon', content: '' },
      ],
      tail_content: undefined,
    },
  }))

describe('kept by name', () => {
  it.each([
    ['channels', { sub_type: 2, nickname: '主播', title: '控糖' }, '控糖'],
    ['channels', { sub_type: 1, nickname: '主播', title: '' }, '主播'],
    ['merged_msg', { title: '群聊的聊天记录', item: [{ msgtype: 'text', msg_content: '{}' }] }, '群聊的聊天记录'],
    ['meeting', undefined, undefined],
    ['calendar', undefined, undefined],
    ['note', undefined, undefined],
    ['channels_shop_product', { product_id: '1', title: '血糖仪', sales_price: '100' }, '血糖仪'],
    ['channels_shop_order', { order_id: '1', product_titles: '试纸等 2 件' }, '试纸等 2 件'],
    ['hologram', { title: 7 }, undefined],
    ['hologram', 'text', undefined],
  ])('%s %j', (name, content, title) =>
    expect(incoming(name, content as object)).toEqual({
      ...envelope,
      send_time: '2026-01-01T00:00:00.000Z',
      msgtype: 'other',
      name,
      title,
    }),
  )

  it('a known kind without what makes it one', () =>
    expect(incoming('voice', {})).toMatchObject({ msgtype: 'other', name: 'voice' }))

  it('an event of tomorrow, and who sent it', () =>
    expect(
      kfIncoming({ ...envelope, origin: 5, servicer_userid: 'z', msgtype: 'event', event: { event_type: 'moon' } }),
    ).toMatchObject({ msgtype: 'other', name: 'event.moon', servicer_userid: 'z' }))

  it.each([[null], ['x'], [{ msgid: 'm' }], [{ msgid: 'm', send_time: 'now', msgtype: 'text' }]])(
    '%j is no message',
    (row) => expect(kfIncoming(row)).toBeUndefined(),
  )
})
