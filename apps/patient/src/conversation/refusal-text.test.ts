import { errorCodes } from '@suixing/contracts'
import { refusalText } from './refusal-text'

test.each([...errorCodes, 'unreachable', 'not-understood', 'file-gone'] as const)(
  '%s: one short line that blames nobody',
  (refusal) => {
    const { text } = refusalText(refusal)
    expect(text.length).toBeGreaterThan(5)
    expect(text.length).toBeLessThanOrEqual(20)
    expect(text).not.toMatch(/失败|错误|！|看不到/)
  },
)

test('what cannot go a second time either is not offered again', () => {
  const offered = (['too-large', 'file-gone', 'bad-request', 'internal', 'forbidden'] as const).map(
    (refusal) => refusalText(refusal).again,
  )
  expect(offered).toEqual([false, false, false, true, true])
})
