import { ApiFailure, type Call } from '@suixing/ui'
import { memoryPlatform } from '../platform/memory-platform'
import { createReply } from './reply'

const to = (patientId: string, by = 'lin') => ({ by, patientId })

type Body = { text: string; clientId: string }

const desk = () => {
  const platform = memoryPlatform()
  const sent: Body[] = []
  let fate: () => Promise<unknown> = async () => ({ message: {}, window: { open: true, left: 2, closesAt: null } })
  const call = ((_: string, options: { body: Body }) => {
    sent.push(options.body)
    return fate()
  }) as unknown as Call
  return {
    platform,
    call,
    sent,
    fails: (code: 'unreachable' | 'window-spent') => (fate = () => Promise.reject(new ApiFailure(code))),
    works: () => (fate = async () => ({})),
  }
}

describe('reply', () => {
  it('empties the field once it went out', async () => {
    const { platform, call, sent } = desk()
    const reply = createReply(to('p1'), platform, call)
    reply.write(' 脚麻多久了？ ')
    expect(await reply.send()).toMatchObject({ window: { left: 2 } })
    expect(sent).toEqual([{ text: '脚麻多久了？', clientId: expect.any(String) }])
    expect(reply.view()).toEqual({ draft: '', state: { kind: 'writing' } })
    expect(createReply(to('p1'), platform, call).view().draft).toBe('')
  })

  it('is the same reply when sent again after a failure', async () => {
    const { platform, call, sent, fails, works } = desk()
    fails('unreachable')
    const reply = createReply(to('p1'), platform, call)
    reply.write('脚麻多久了？')
    expect(await reply.send()).toBeUndefined()
    expect(reply.view()).toEqual({ draft: '脚麻多久了？', state: { kind: 'failed', code: 'unreachable' } })
    works()
    await reply.send()
    expect(sent[1]).toEqual(sent[0])
  })

  it('is the same reply even after the app was closed in between', async () => {
    const { platform, call, sent, fails } = desk()
    fails('unreachable')
    const before = createReply(to('p1'), platform, call)
    before.write('脚麻多久了？')
    await before.send()
    const after = createReply(to('p1'), platform, call)
    expect(after.view().draft).toBe('脚麻多久了？')
    await after.send()
    expect(sent[1]).toEqual(sent[0])
  })

  it('is another reply once the words changed', async () => {
    const { platform, call, sent, fails } = desk()
    fails('unreachable')
    const reply = createReply(to('p1'), platform, call)
    reply.write('脚麻多久了')
    await reply.send()
    reply.write('脚麻多久了，哪只脚')
    await reply.send()
    expect(sent[1]?.clientId).not.toBe(sent[0]?.clientId)
  })

  it('keeps the drafts of two patients and of two physicians apart', () => {
    const { platform, call } = desk()
    createReply(to('p1'), platform, call).write('给王秀兰')
    createReply(to('p2'), platform, call).write('给陈玉芬')
    expect(createReply(to('p1'), platform, call).view().draft).toBe('给王秀兰')
    expect(createReply(to('p1', 'chen'), platform, call).view().draft).toBe('')
  })

  it('sends nothing when nothing is written, and one thing at a time', async () => {
    const { platform, call, sent } = desk()
    const reply = createReply(to('p1'), platform, call)
    reply.write('   ')
    await reply.send()
    reply.write('好的')
    const first = reply.send()
    reply.write('改掉')
    await Promise.all([first, reply.send()])
    expect(sent.map((one) => one.text)).toEqual(['好的'])
  })

  it('starts afresh when what was kept cannot be read', () => {
    const { platform, call } = desk()
    platform.kept.write('draft:lin:p1', '{broken')
    expect(createReply(to('p1'), platform, call).view().draft).toBe('')
  })
})
