import { demo } from '../demo'
import { element, receiver, start } from '../testing/start'
import type { Driven, Receiver } from '../testing/start'
import { open } from './cipher'

describe('callbacks', () => {
  let host: Receiver
  let sandbox: Driven
  let deadline: AbortController
  const keys = { token: demo.corp.callbackToken, encodingAesKey: demo.corp.encodingAesKey, receiveId: demo.corp.corpid }
  const message = ({ query, body }: Receiver['received'][number]): string =>
    open(keys, {
      signature: query.get('msg_signature') ?? '',
      timestamp: query.get('timestamp') ?? '',
      nonce: query.get('nonce') ?? '',
      encrypted: element(body, 'Encrypt') ?? '',
    }).message
  const kinds = (): (string | undefined)[] => host.received.map((one) => element(message(one), 'ExternalUserID'))
  const outcomes = (): string[] => sandbox.world.pushes.map((push) => push.outcome)
  const scan = async (user: string): Promise<unknown> => {
    const way = await sandbox.wecom('externalcontact/add_contact_way', { type: 1, scene: 2, user: ['zhouning'] })
    return sandbox.control('scan', { user, configId: way['config_id'] })
  }
  const idOf = (user: string): string | null | undefined =>
    sandbox.world.users.find((one) => one.key === user)?.externalUserid

  beforeEach(async () => {
    host = await receiver()
    sandbox = start({
      callbackUrl: host.url,
      pushDeadline() {
        deadline = new AbortController()
        return deadline.signal
      },
    })
  })
  afterEach(async () => {
    await sandbox.close()
    await host.close()
  })

  it('is sealed, signed and names the corp', async () => {
    await scan('limin')
    await sandbox.pushed()
    const [push] = host.received
    expect(element(push?.body ?? '', 'ToUserName')).toBe(demo.corp.corpid)
    const text = message(push ?? { query: new URLSearchParams(), body: '' })
    expect(element(text, 'FromUserName')).toBe('sys')
    expect(element(text, 'CreateTime')).toBe(String(Date.parse(demo.firstInstant) / 1000))
    expect(element(text, 'UserID')).toBe('zhouning')
    expect(outcomes()).toEqual(['acked'])
  })

  it('tries three times when the answer is not 200, then gives up', async () => {
    host.answers.push(500, 502, 503)
    await scan('limin')
    await sandbox.pushed()
    expect(host.received).toHaveLength(1)
    await sandbox.control('advance', { by: '1m' })
    expect(host.received).toHaveLength(3)
    expect(outcomes()).toEqual(['givenUp'])
    const texts = host.received.map(message)
    expect(new Set(texts).size).toBe(1)
    expect(new Set(host.received.map((one) => element(one.body, 'Encrypt'))).size).toBe(3)
  })

  it('tries again after a receiver that hangs, and stops when acked', async () => {
    host.answers.push('hang')
    await scan('limin')
    const delivered = sandbox.pushed()
    while (host.received.length === 0) await new Promise(setImmediate)
    deadline.abort(new DOMException('too late', 'TimeoutError'))
    await delivered
    await sandbox.control('advance', { by: '1m' })
    expect(host.received).toHaveLength(2)
    expect(sandbox.world.pushes[0]?.tries.map((one) => one.problem)).toEqual(['timeout', null])
    expect(outcomes()).toEqual(['acked'])
  })

  it('tries again when nobody listens', async () => {
    await sandbox.control('callback-url', { url: 'http://127.0.0.1:9/none' })
    await scan('limin')
    await sandbox.control('advance', { by: '1m' })
    expect(sandbox.world.pushes[0]?.tries.map((one) => one.problem)).toEqual(['network', 'network', 'network'])
  })

  it('does not retry a status when only network failures are', async () => {
    await sandbox.control('switch', { name: 'callbackRetry', value: 'networkOnly' })
    host.answers.push(500)
    await scan('limin')
    await sandbox.control('advance', { by: '1m' })
    expect(host.received).toHaveLength(1)
  })

  it('drops the next two, then a share', async () => {
    await sandbox.control('fault', { name: 'callbackDrop', value: { next: 2 } })
    for (const user of ['limin', 'wangxiulan', 'liujianmin']) await scan(user)
    await sandbox.pushed()
    expect(kinds()).toEqual([idOf('liujianmin')])
    expect(outcomes()).toEqual(['dropped', 'dropped', 'acked'])
    await sandbox.control('fault', { name: 'callbackDrop', value: { rate: 1 } })
    await scan('zhaoguoqiang')
    await sandbox.pushed()
    expect(host.received).toHaveLength(1)
  })

  it('duplicates', async () => {
    await sandbox.control('fault', { name: 'callbackDuplicate', value: { copies: 2 } })
    await scan('limin')
    await sandbox.pushed()
    expect(host.received).toHaveLength(3)
    expect(new Set(host.received.map(message)).size).toBe(1)
  })

  it('reorders a batch, and lets a lone one go after five seconds', async () => {
    await sandbox.control('fault', { name: 'callbackReorder', value: { batch: 2 } })
    await scan('limin')
    await sandbox.pushed()
    expect(host.received).toHaveLength(0)
    await scan('wangxiulan')
    await sandbox.pushed()
    expect(kinds()).toEqual([idOf('wangxiulan'), idOf('limin')])
    await scan('liujianmin')
    await sandbox.control('advance', { by: '5s' })
    expect(kinds()[2]).toBe(idOf('liujianmin'))
  })

  it('delays', async () => {
    await sandbox.control('fault', { name: 'callbackDelay', value: { seconds: 3600 } })
    await scan('limin')
    await sandbox.control('advance', { by: '59m' })
    expect(host.received).toHaveLength(0)
    await sandbox.control('advance', { by: '1m' })
    expect(host.received).toHaveLength(1)
  })

  it('goes out by itself without an advance', async () => {
    await scan('limin')
    while (host.received.length === 0) await new Promise(setImmediate)
    expect(kinds()).toEqual([idOf('limin')])
  })

  it('is not raised by what the API changed', async () => {
    await scan('limin')
    await sandbox.pushed()
    const before = host.received.length
    const external_userid = idOf('limin')
    const made = await sandbox.wecom('externalcontact/add_corp_tag', { group_name: '病种', tag: [{ name: '糖尿病' }] })
    const [tag] = (made['tag_group'] as { tag: { id: string }[] }).tag
    const done = [
      await sandbox.wecom('externalcontact/mark_tag', { userid: 'zhouning', external_userid, add_tag: [tag?.id] }),
      await sandbox.wecom('externalcontact/remark', { userid: 'zhouning', external_userid, remark: '李敏 2型' }),
      await sandbox.wecom('externalcontact/edit_corp_tag', { id: tag?.id, name: '2型糖尿病' }),
    ]
    expect(done.map((one) => one.errcode)).toEqual([0, 0, 0])
    await sandbox.control('advance', { by: '1h' })
    expect(host.received).toHaveLength(before)
  })

  it('is raised by what a person changed', async () => {
    await scan('limin')
    const tag = sandbox.world.tagGroups[0]?.tags[0]?.id
    await sandbox.control('member-tag', { userid: 'zhouning', user: 'limin', add: [tag] })
    await sandbox.control('unfriend', { userid: 'zhouning', user: 'limin' })
    await sandbox.pushed()
    expect(host.received.map((one) => element(message(one), 'ChangeType'))).toEqual([
      'add_external_contact',
      'edit_external_contact',
      'del_follow_user',
    ])
  })
})
