import { sendRequest } from '@suixing/contracts'
import { ApiFailure, type Call, type FailureCode } from '@suixing/ui'
import { memoryPlatform } from '../platform/memory-platform'
import { createOutbox } from './outbox'

const at = '2026-11-23T02:15:00.000Z'
const desk = () => {
  const platform = memoryPlatform()
  const sent: { kind: string; clientId: string; text?: string; mediaId?: string }[] = []
  const uploads: string[] = []
  let code: FailureCode | undefined
  const call = (async (name: string, input: { body: never; file?: ArrayBuffer }) => {
    if (code) throw new ApiFailure(code)
    if (name === 'physicianUpload') {
      uploads.push(new TextDecoder().decode(input.file))
      return { media: { id: `media-${uploads.length}` } }
    }
    const body = sendRequest.parse(input.body)
    sent.push(body)
    return { message: { id: `m-${sent.length}`, clientId: body.clientId } }
  }) as unknown as Call
  const open = (by = 'lin') => createOutbox({ by, conversationId: 'talk' }, platform, call)
  return { platform, sent, uploads, open, fails: (with_: FailureCode | undefined) => void (code = with_) }
}
const text = (words: string) => ({ kind: 'text' as const, text: words })
const states = (outbox: ReturnType<typeof createOutbox>) => outbox.view().map(({ state }) => state.kind)

it('shows a message at once, and as sent when the host has it', async () => {
  const { open } = desk()
  const outbox = open()
  const going = outbox.send(text('脚麻多久了？'), at)
  expect(states(outbox)).toEqual(['sending'])
  await going
  expect(states(outbox)).toEqual(['sent'])
})

it('sends in the order written', async () => {
  const { open, sent } = desk()
  const outbox = open()
  await Promise.all([outbox.send(text('一'), at), outbox.send(text('二'), at), outbox.send(text('三'), at)])
  expect(sent.map((one) => one.text)).toEqual(['一', '二', '三'])
})

it('keeps a sent message until a page shows it, and only then', async () => {
  const { open } = desk()
  const outbox = open()
  await outbox.send(text('好'), at)
  const id = outbox.view()[0]?.clientId ?? ''
  outbox.shown(new Set(['another']))
  expect(outbox.view()).toHaveLength(1)
  outbox.shown(new Set([id]))
  expect(outbox.view()).toHaveLength(0)
})

it('sends a failed message again under the same id', async () => {
  const { open, sent, fails } = desk()
  const outbox = open()
  fails('in-client')
  await outbox.send(text('好'), at)
  const [failed] = outbox.view()
  expect(failed?.state).toEqual({ kind: 'failed', code: 'in-client' })
  fails(undefined)
  await outbox.again(failed?.clientId ?? '')
  expect(sent).toEqual([{ kind: 'text', text: '好', clientId: failed?.clientId }])
})

it('loses nothing when the app is closed while sending, and sends it again as the same message', async () => {
  const { open, sent, fails } = desk()
  fails('unreachable')
  const before = open()
  await before.send(text('一'), at)
  await before.send({ kind: 'note', text: '二' }, at)
  fails(undefined)
  const after = open()
  expect(after.view().map(({ clientId }) => clientId)).toEqual(before.view().map(({ clientId }) => clientId))
  await Promise.all([after.resume(), after.resume()])
  expect(sent.map(({ kind, clientId }) => [kind, clientId])).toEqual([
    ['text', before.view()[0]?.clientId],
    ['note', before.view()[1]?.clientId],
  ])
  expect(open().view()).toEqual([])
})

it('leaves alone what only a person can decide', async () => {
  const { open, sent, fails } = desk()
  fails('forbidden')
  await open().send(text('好'), at)
  fails(undefined)
  const outbox = open()
  await outbox.resume()
  expect(sent).toEqual([])
  outbox.drop(outbox.view()[0]?.clientId ?? '')
  expect(open().view()).toEqual([])
})

it('uploads a picture once, even when sending it failed', async () => {
  const { open, platform, sent, uploads, fails } = desk()
  platform.nextPicture = { name: '脚.jpg', bytes: new TextEncoder().encode('jpeg').buffer }
  const picked = await platform.pictures.pick()
  const outbox = open()
  fails('unreachable')
  await outbox.send({ kind: 'image', ref: picked?.ref ?? '', name: '脚.jpg' }, at)
  fails(undefined)
  await outbox.resume()
  await outbox.again(outbox.view()[0]?.clientId ?? '')
  expect(uploads).toEqual(['jpeg'])
  expect(sent).toMatchObject([{ kind: 'image', mediaId: 'media-1' }])
  expect(platform.pictures.address(picked?.ref ?? '')).toBeUndefined()
})

it('says so when the phone no longer has the picture', async () => {
  const outbox = desk().open()
  await outbox.send({ kind: 'image', ref: 'nowhere', name: 'x' }, at)
  expect(outbox.view()[0]?.state).toEqual({ kind: 'failed', code: 'file-gone' })
})

it('keeps two people on one phone apart', async () => {
  const { open, fails } = desk()
  fails('unreachable')
  await open('lin').send(text('好'), at)
  expect(open('chen').view()).toEqual([])
})

it.each(['', '{', 'null', '[{"clientId":1},{"clientId":"a","at":"b","what":{"kind":"text"}},null]'])(
  'begins empty when what was kept is not readable: %s',
  (kept) => {
    const { open, platform } = desk()
    platform.kept.write('outbox:lin:talk', kept)
    expect(open().view()).toEqual([])
  },
)
