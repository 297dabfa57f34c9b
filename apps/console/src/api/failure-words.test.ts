import { errorCodes } from '@suixing/contracts'
import { ApiFailure } from './api-failure'
import { codeWords, failureWords } from './failure-words'

it.each(errorCodes)('has words for %s', (code) => {
  const { title, next } = failureWords(new ApiFailure(code, 'm'))
  expect(title).toMatch(/[\u4e00-\u9fff]/)
  expect(next).toMatch(/。$/)
})

it('takes what is no ApiFailure for a defect of ours', () => {
  expect(failureWords(new Error('x')).title).toBe('程序出了一点问题')
})

it('takes an unknown code of an address for a sign-in that failed', () => {
  expect(codeWords('toString').title).toBe('登录没有成功')
  expect(codeWords('forbidden').title).toBe('您没有权限看这一页')
})
