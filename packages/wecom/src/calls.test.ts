import type { ContactWayInput } from './contact-ways'
import { type AnsweringServer, answeringServer } from './testing/answering-server'
import type { Wecom } from './wecom'

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

const way: ContactWayInput = { type: 1, scene: 2, user: ['zhang'] }
const link = { title: 't', url: 'https://x' }
const text = { content: '您好' }
const some = (count: number) => Array.from({ length: count }, (_, n) => `id${n}`)
const image = { msgtype: 'image', image: { media_id: 'M' } } as const

describe('limits are checked before anything is sent', () => {
  it.each<[string, (wecom: Wecom) => Promise<unknown>]>([
    ['state', (w) => w.contactWays.add({ ...way, state: 'x'.repeat(31) })],
    ['remark', (w) => w.contactWays.add({ ...way, remark: '字'.repeat(31) })],
    ['user', (w) => w.contactWays.add({ ...way, user: ['a', 'b'] })],
    ['user', (w) => w.contactWays.add({ type: 1, scene: 2 })],
    ['user', (w) => w.contactWays.add({ type: 2, scene: 2 })],
    ['user', (w) => w.contactWays.add({ type: 2, scene: 2, user: some(101) })],
    ['is_temp', (w) => w.contactWays.add({ type: 2, scene: 2, user: ['a'], is_temp: true })],
    ['expires_in', (w) => w.contactWays.add({ ...way, is_temp: true, expires_in: 14 * 86_400 + 1 })],
    ['config_id', (w) => w.contactWays.update({ config_id: '' })],
    ['text', (w) => w.welcome.send({ welcome_code: 'W' })],
    ['text', (w) => w.welcome.send({ welcome_code: 'W', attachments: [] })],
    ['text.content', (w) => w.welcome.send({ welcome_code: 'W', text: { content: '字'.repeat(1334) } })],
    ['attachments', (w) => w.welcome.send({ welcome_code: 'W', attachments: Array(10).fill(image) })],
    [
      'attachments.1.link.title',
      (w) =>
        w.welcome.send({
          welcome_code: 'W',
          attachments: [image, { msgtype: 'link', link: { ...link, title: '字'.repeat(43) } }],
        }),
    ],
    [
      'attachments.0.link.desc',
      (w) =>
        w.welcome.send({
          welcome_code: 'W',
          attachments: [{ msgtype: 'link', link: { ...link, desc: '字'.repeat(171) } }],
        }),
    ],
    [
      'attachments.0.miniprogram.title',
      (w) =>
        w.welcome.send({
          welcome_code: 'W',
          attachments: [
            {
              msgtype: 'miniprogram',
              miniprogram: { title: '字'.repeat(22), pic_media_id: 'M', appid: 'wx', page: 'p' },
            },
          ],
        }),
    ],
    [
      'attachments.0.image',
      (w) => w.welcome.send({ welcome_code: 'W', attachments: [{ msgtype: 'image', image: {} }] }),
    ],
    ['remark', (w) => w.externalContacts.remark({ userid: 'a', external_userid: 'b', remark: '字'.repeat(21) })],
    [
      'description',
      (w) => w.externalContacts.remark({ userid: 'a', external_userid: 'b', description: 'x'.repeat(151) }),
    ],
    ['userid_list', (w) => all(w.externalContacts.batchGetByUser({ userid_list: some(101) }))],
    ['tag.0.name', (w) => w.tags.add({ group_name: 'g', tag: [{ name: '字'.repeat(31) }] })],
    ['tag', (w) => w.tags.add({ group_name: 'g', tag: [] })],
    ['group_name', (w) => w.tags.add({ tag: [{ name: 'a' }] })],
    ['order', (w) => w.tags.edit({ id: 'et', order: 2 ** 32 })],
    ['add_tag', (w) => w.tags.mark({ userid: 'a', external_userid: 'b', add_tag: [] })],
    ['tag_id', (w) => w.tags.remove({})],
    ['name', (w) => w.kf.accounts.add({ name: '字'.repeat(17), media_id: 'M' })],
    ['userid_list', (w) => w.kf.accounts.addServicers({ open_kfid: 'wk' })],
    [
      'department_id_list',
      (w) => w.kf.accounts.addServicers({ open_kfid: 'wk', department_id_list: Array(21).fill(1) }),
    ],
    ['to', (w) => w.staffMessages.send({ to: [], agentid: 1, content: { msgtype: 'text', text } })],
    ['to', (w) => w.staffMessages.send({ to: some(1001), agentid: 1, content: { msgtype: 'text', text } })],
    ['to.0', (w) => w.staffMessages.send({ to: ['a|@all'], agentid: 1, content: { msgtype: 'text', text } })],
    [
      'content.text.content',
      (w) =>
        w.staffMessages.send({
          to: ['a'],
          agentid: 1,
          content: { msgtype: 'text', text: { content: '字'.repeat(683) } },
        }),
    ],
    [
      'content.textcard.btntxt',
      (w) =>
        w.staffMessages.send({
          to: ['a'],
          agentid: 1,
          content: { msgtype: 'textcard', textcard: { title: 't', description: 'd', url: 'u', btntxt: '查看全部吧' } },
        }),
    ],
    [
      'suppressRepeat',
      (w) =>
        w.staffMessages.send({ to: ['a'], agentid: 1, content: { msgtype: 'text', text }, suppressRepeat: 14_401 }),
    ],
    ['code', (w) => w.signIn.userInfo('x'.repeat(513))],
    ['js_code', (w) => w.miniProgram.jscode2session('')],
    ['bytes', (w) => w.media.upload({ kind: 'voice', filename: 'a.amr', bytes: new Uint8Array((2 << 20) + 1) })],
    ['bytes', (w) => w.media.upload({ kind: 'image', filename: 'a.png', bytes: new Uint8Array(5) })],
    ['filename', (w) => w.media.upload({ kind: 'voice', filename: 'a.mp3', bytes: new Uint8Array(10) })],
    ['bytes', (w) => w.media.uploadImage('a.png', new Uint8Array((2 << 20) + 1))],
  ])('%s %#', async (field, act) => {
    await expect(act(server.wecom())).rejects.toMatchObject({ code: 'limit', field, hint: expect.stringMatching(/./) })
    expect(server.asked).toEqual([])
  })

  it('and values exactly at the limit pass', async () => {
    const { welcome, contactWays, tags } = server.wecom()
    await welcome.send({
      welcome_code: 'W',
      text: { content: '字'.repeat(1333) + 'x' },
      attachments: Array(9).fill(image),
    })
    server.answers({ errcode: 0, config_id: 'c' })
    await contactWays.add({ ...way, state: 'x'.repeat(30), remark: '字'.repeat(30) })
    await tags.edit({ id: 'et', name: '字'.repeat(30), order: 2 ** 32 - 1 })
    expect(server.asked).toHaveLength(3)
  })
})

describe('contact ways', () => {
  it('adds one and hands back its QR code', async () => {
    server.answers({ errcode: 0, config_id: 'c1', qr_code: 'https://qr' })
    await expect(server.wecom().contactWays.add({ ...way, state: 'k1' })).resolves.toMatchObject({
      config_id: 'c1',
      qr_code: 'https://qr',
    })
    expect(server.asked[0]).toMatchObject({ api: 'externalcontact/add_contact_way', body: { ...way, state: 'k1' } })
  })

  it('gets, lists over pages and removes', async () => {
    const { contactWays } = server.wecom()
    server.answers(
      { errcode: 0, contact_way: { config_id: 'c1', type: 1, scene: 2, state: 'k1' } },
      { errcode: 0, contact_way: [{ config_id: 'c1' }], next_cursor: 'n1' },
      { errcode: 0, contact_way: [{ config_id: 'c2' }] },
    )
    await expect(contactWays.get('c1')).resolves.toMatchObject({ state: 'k1' })
    await expect(all(contactWays.list({ start_time: 1 }))).resolves.toEqual(['c1', 'c2'])
    await contactWays.remove('c1')
    expect(server.asked.map(({ body }) => body)).toEqual([
      { config_id: 'c1' },
      { start_time: 1 },
      { start_time: 1, cursor: 'n1' },
      { config_id: 'c1' },
    ])
  })

  it('does not make a second one when the first may have been made', async () => {
    server.answers({ errcode: -1 })
    await expect(server.wecom().contactWays.add(way)).rejects.toMatchObject({ errcode: -1 })
    expect(server.asked).toHaveLength(1)
  })
})

describe('welcome', () => {
  it.each([
    [0, 'sent'],
    [41050, 'expired'],
    [41051, 'already-welcomed'],
    [41096, 'other-app-sending'],
  ])('%d is %s', async (errcode, outcome) => {
    server.answers({ errcode })
    await expect(server.wecom().welcome.send({ welcome_code: 'W', text })).resolves.toEqual({ outcome })
  })
})

describe('external contacts', () => {
  it('collects the followers of all pages', async () => {
    const contact = { external_userid: 'wm1', type: 1, unionid: 'u1' }
    server.answers(
      {
        errcode: 0,
        external_contact: contact,
        follow_user: [{ userid: 'a', tags: [{ tag_name: 'x', type: 2 }] }],
        next_cursor: 'n',
      },
      { errcode: 0, external_contact: contact, follow_user: [{ userid: 'b' }], next_cursor: '' },
    )
    const { contact: found, followers } = await server.wecom().externalContacts.get('wm1')
    expect(found.unionid).toBe('u1')
    expect(followers.map(({ userid, tags }) => [userid, tags.length])).toEqual([
      ['a', 1],
      ['b', 0],
    ])
    expect(server.asked.map(({ query }) => query['cursor'])).toEqual([undefined, 'n'])
  })

  it('walks members in pages and can go on from a cursor', async () => {
    const page = (external_userid: string, next_cursor?: string) => ({
      errcode: 0,
      external_contact_list: [
        { external_contact: { external_userid, type: 1 }, follow_info: { userid: 'a', tag_id: ['et1'] } },
      ],
      next_cursor,
    })
    server.answers(page('wm1', 'n1'), page('wm2'))
    const pages = await all(server.wecom().externalContacts.batchGetByUser({ userid_list: ['a'], cursor: 'n0' }))
    expect(
      pages.flatMap((one) => one.external_contact_list.map(({ external_contact }) => external_contact.external_userid)),
    ).toEqual(['wm1', 'wm2'])
    expect(server.asked.map(({ body }) => body)).toMatchObject([{ cursor: 'n0', limit: 100 }, { cursor: 'n1' }])
  })

  it('does not turn in circles on a cursor that stays', async () => {
    server.answers({ errcode: 0, next_cursor: 'n' }, { errcode: 0, next_cursor: 'n' })
    await expect(all(server.wecom().externalContacts.batchGetByUser({ userid_list: ['a'] }))).rejects.toMatchObject({
      code: 'unexpected-answer',
    })
  })

  it('lists a member without customers as nobody', async () => {
    server.answers({ errcode: 0 })
    await expect(server.wecom().externalContacts.list('a')).resolves.toEqual([])
  })
})

it('tags a pair and reads groups', async () => {
  const { tags } = server.wecom()
  const mark = { userid: 'a', external_userid: 'wm1', add_tag: ['et1'], remove_tag: ['et2'] }
  await tags.mark(mark)
  server.answers({
    errcode: 0,
    tag_group: [{ group_id: 'eg', group_name: 'g', tag: [{ id: 'et1', name: 't', order: 2 ** 32 - 1 }] }],
  })
  await expect(tags.list({ group_id: ['eg'] })).resolves.toMatchObject([{ tag: [{ id: 'et1' }] }])
  expect(server.asked[0]).toMatchObject({ api: 'externalcontact/mark_tag', body: mark })
})

describe('staff messages', () => {
  const card = { msgtype: 'textcard', textcard: { title: '预警', description: '请查看', url: 'https://x' } } as const
  it('joins members and splits those not reached', async () => {
    server.answers({ errcode: 0, invaliduser: 'c|d', unlicenseduser: '', msgid: 'm' })
    const sent = server.wecom().staffMessages.send({ to: ['a', 'b'], agentid: 7, content: card, suppressRepeat: 1800 })
    await expect(sent).resolves.toEqual({ msgid: 'm', invalid: ['c', 'd'], unlicensed: [] })
    expect(server.asked[0]?.body).toEqual({
      touser: 'a|b',
      agentid: 7,
      ...card,
      enable_duplicate_check: 1,
      duplicate_check_interval: 1800,
    })
  })

  it('repeats a busy answer only when WeCom suppresses the second', async () => {
    server.answers({ errcode: -1 }, { errcode: 0 }, { errcode: -1 })
    const { send } = server.wecom().staffMessages
    await send({ to: ['a'], agentid: 7, content: card, suppressRepeat: 60 })
    await expect(send({ to: ['a'], agentid: 7, content: card })).rejects.toMatchObject({ errcode: -1 })
    expect(server.asked).toHaveLength(3)
  })
})

describe('sign-in', () => {
  it.each([
    [
      { userid: 'z', user_ticket: 'T' },
      { who: 'member', userId: 'z', userTicket: 'T' },
    ],
    [{ UserId: 'z' }, { who: 'member', userId: 'z', userTicket: undefined }],
    [
      { openid: 'o', external_userid: 'wm' },
      { who: 'outsider', openId: 'o', externalUserId: 'wm' },
    ],
  ])('%j', async (answer, who) => {
    server.answers({ errcode: 0, ...answer })
    await expect(server.wecom().signIn.userInfo('code')).resolves.toEqual(who)
    expect(server.asked[0]).toMatchObject({ api: 'auth/getuserinfo', query: { code: 'code' } })
  })

  it('takes an answer that names nobody for no sign-in', async () => {
    server.answers({ errcode: 0 })
    await expect(server.wecom().signIn.userInfo('code')).rejects.toMatchObject({ code: 'unexpected-answer' })
  })

  it.each([40029, 42003, 42022])('%d sends the member back to the start', async (errcode) => {
    server.answers({ errcode })
    await expect(server.wecom().signIn.userInfo('code')).rejects.toMatchObject({ action: 'login-again' })
  })

  it('reads what the member granted, and who a physician mini-program belongs to', async () => {
    const { signIn, miniProgram, users } = server.wecom()
    server.answers(
      { errcode: 0, userid: 'z', mobile: '1' },
      { errcode: 0, corpid: 'ww1', userid: 'z', session_key: 'K' },
      { errcode: 0, userid: 'z', status: 1 },
    )
    await expect(signIn.userDetail('T')).resolves.toMatchObject({ userid: 'z', mobile: '1' })
    await expect(miniProgram.jscode2session('J')).resolves.toEqual({ corpId: 'ww1', userId: 'z', sessionKey: 'K' })
    await expect(users.get('z')).resolves.toMatchObject({ status: 1, department: [] })
    expect(server.asked[1]?.query).toMatchObject({ js_code: 'J', grant_type: 'authorization_code' })
  })
})

it('uploads media as a form and knows when it dies', async () => {
  server.answers({ errcode: 0, media_id: 'M', created_at: '1767225600' })
  const uploaded = server
    .wecom()
    .media.upload({ kind: 'image', filename: '封面.png', bytes: new TextEncoder().encode('PNG-bytes') })
  await expect(uploaded).resolves.toEqual({ mediaId: 'M', expiresAt: '2026-01-04T00:00:00.000Z' })
  expect(server.asked[0]?.query['type']).toBe('image')
  expect(server.asked[0]?.body).toMatch(/name="media"; filename="封面\.png"[^]*PNG-bytes/)
})
