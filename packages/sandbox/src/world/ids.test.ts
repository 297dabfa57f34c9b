import { createIds } from './ids'

it('names the same thing the same, whatever else was made before', () => {
  const ids = createIds('seed', {})
  const first = ids.of('openid', 'limin')
  ids.next('openid')
  expect(ids.of('openid', 'limin')).toBe(first)
  expect(ids.of('openid', 'wangxiulan')).not.toBe(first)
  expect(createIds('other', {}).of('openid', 'limin')).not.toBe(first)
})

it('goes on counting from its serials', () => {
  const serials = {}
  const first = createIds('seed', serials).next('token')
  const second = createIds('seed', serials).next('token')
  expect(second).not.toBe(first)
  expect(createIds('seed', {}).next('token')).toBe(first)
})

it('makes ids of letters and digits as long as asked', () => {
  expect(createIds('seed', {}).of('token', 'x', 214)).toMatch(/^[0-9A-Za-z]{214}$/)
})

it('draws about as often as the rate says', () => {
  const ids = createIds('seed', {})
  const hits = Array.from({ length: 1000 }, () => ids.chance(0.2)).filter(Boolean).length
  expect(hits).toBeGreaterThan(150)
  expect(hits).toBeLessThan(250)
  expect(ids.chance(0)).toBe(false)
  expect(ids.chance(1)).toBe(true)
})
