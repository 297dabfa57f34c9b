import type { Phone } from './bridged-phone'
import { h5Media } from './h5-media'

const refuse = () => Promise.reject(new Error('SecurityError'))
const mediaOf = (answers: Record<string, unknown>) => {
  const asked: [string, object | undefined][] = []
  const phone: Phone = {
    async ask(method, params) {
      asked.push([method, params])
      if (!(method in answers)) throw new Error(`${method}:fail auth deny`)
      return answers[method] as never
    },
    onEvent: () => undefined,
  }
  let ids = 0
  const media = h5Media({ phone, shelf: { put: refuse, get: refuse, remove: refuse }, newId: () => `id-${++ids}` })
  const read = async (ref: string) => [...new Uint8Array((await media.files.read(ref)) ?? new ArrayBuffer(0))]
  return { media, asked, read }
}
type Heard = { kind: 'ended'; ref: string; seconds: number | null } | { kind: 'failed'; why: string }
const record = (media: ReturnType<typeof mediaOf>['media'], end: 'stop' | 'cancel') =>
  new Promise<Heard>((resolve) => {
    const recording = media.startVoice({
      started: () => recording[end](),
      ended: ({ ref, seconds }) => resolve({ kind: 'ended', ref, seconds }),
      failed: (why) => resolve({ kind: 'failed', why }),
    })
  })

test('pictures come from the phone around the page, and are kept', async () => {
  const { media, asked, read } = mediaOf({ chooseImage: { files: [{ name: 'foot.jpg', base64: 'AQI=' }] } })
  expect(await media.chooseImages(9)).toEqual({
    kind: 'chosen',
    files: [{ ref: 'id-1', name: 'foot.jpg', seconds: null }],
  })
  expect(asked).toEqual([['chooseImage', { count: 9 }]])
  expect(await read('id-1')).toEqual([1, 2])
})

test('a voice comes from there too, when it is stopped', async () => {
  const { media, read } = mediaOf({ recordVoice: { name: 'voice.mp3', base64: 'AwQ=', seconds: 7 } })
  expect(await record(media, 'stop')).toEqual({ kind: 'ended', ref: 'id-1', seconds: 7 })
  expect(await read('id-1')).toEqual([3, 4])
})

test('of a cancelled voice nothing is heard or kept', async () => {
  const { media } = mediaOf({ recordVoice: { name: 'voice.mp3', base64: 'AwQ=', seconds: 7 } })
  const heard = jest.fn()
  void record(media, 'cancel').then(heard)
  await new Promise((resolve) => setImmediate(resolve))
  expect(heard).not.toHaveBeenCalled()
  expect(await media.files.read('id-1')).toBeNull()
})

test('what the person did not allow is said to be so', async () => {
  const { media } = mediaOf({})
  expect(await record(media, 'stop')).toEqual({ kind: 'failed', why: 'not-allowed' })
  expect(await media.chooseImages(1)).toEqual({ kind: 'not-allowed' })
})
