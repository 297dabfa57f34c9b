import type { MediaView } from '@suixing/contracts'
import { absenceWords, bytesWords, lengthWords, plays } from './media-words'

const media = (state: MediaView['state'], url: string | null = null): MediaView => ({
  id: 'm',
  state,
  url,
  contentType: null,
  bytes: null,
  name: null,
  seconds: null,
})

it.each([
  [null, ''],
  [820, '820 B'],
  [1024, '1 KB'],
  [1_258_291, '1.2 MB'],
])('says %s bytes', (bytes, words) => expect(bytesWords(bytes)).toBe(words))

it.each([
  [null, ''],
  [6.6, '7″'],
  [59.6, '1′00″'],
  [65, '1′05″'],
])('says %s seconds', (seconds, words) => expect(lengthWords(seconds)).toBe(words))

it('says why a file is not there, and nothing when it is', () => {
  expect(absenceWords('image', media('pending'))).toBe('图片正在取，稍后出现')
  expect(absenceWords('voice', media('gone'))).toBe('语音在微信里已过三天，取不到了')
  expect(absenceWords('file', media('refused'))).toBe('文件太大或打不开，没有收下')
  expect(absenceWords('image', media('stored'))).toContain('打不开')
  expect(absenceWords('image', media('stored', '/m'))).toBeNull()
})

it('offers AMR as a file and plays what browsers play', () => {
  expect(['audio/amr', 'audio/AMR-WB', 'application/pdf', null].map(plays)).toEqual([false, false, false, false])
  expect(['audio/mpeg', 'video/mp4'].map(plays)).toEqual([true, true])
})
