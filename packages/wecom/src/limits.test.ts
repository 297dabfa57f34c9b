import type { ContactWayInput } from './contact-ways'
import { type AnsweringServer, all, answeringServer } from './testing/answering-server'
import type { Wecom } from './wecom'

let server: AnsweringServer
beforeEach(async () => {
  server = await answeringServer()
})
afterEach(() => server.close())

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
