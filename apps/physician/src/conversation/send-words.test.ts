import { sendWords } from './send-words'

it('lets a tap send again what may go through', () => {
  expect(sendWords('unreachable')).toEqual({ text: '没发出去，恢复后会自动再发', again: true })
  expect(sendWords('in-client')).toMatchObject({ text: expect.stringContaining('企业微信'), again: true })
})

it('does not offer what cannot work', () => {
  expect(sendWords('file-gone').again).toBe(false)
  expect(sendWords('forbidden').again).toBe(false)
  expect(sendWords('too-large')).toMatchObject({ text: expect.stringContaining('太大'), again: false })
})
