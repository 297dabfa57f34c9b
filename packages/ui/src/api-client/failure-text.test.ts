import { errorCodes } from '@suixing/contracts'
import { failureText } from './failure-text'

test.each([...errorCodes, 'unreachable', 'not-understood'] as const)('%s has sentences a patient can read', (code) => {
  const { what, safe, todo } = failureText(code)
  for (const sentence of [what, safe, todo]) {
    expect(sentence.length).toBeGreaterThan(1)
    expect(sentence.length).toBeLessThanOrEqual(20)
    expect(sentence).not.toMatch(/失败|错误|！|!|亲/)
  }
})
