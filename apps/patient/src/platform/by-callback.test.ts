import { byCallback } from './by-callback'

test('an answer by callback is the answer', async () => {
  await expect(byCallback<number>(({ success }) => success(7))).resolves.toBe(7)
  await expect(byCallback(({ fail }) => fail(new Error('deny')))).rejects.toThrow('deny')
})

test('a promise that refuses beside the callback is no second failure', async () => {
  const both = byCallback(({ fail }) => {
    fail(new Error('deny'))
    return Promise.reject(new Error('deny'))
  })
  await expect(both).rejects.toThrow('deny')
})

test('an API this phone lacks is a refusal', async () => {
  const missing = undefined as unknown as () => void
  await expect(byCallback(() => missing())).rejects.toThrow(TypeError)
})
