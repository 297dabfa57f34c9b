import { routes } from '@suixing/contracts'
import { newUuid } from './new-uuid'

test.each([0, 0.3, 0.999])('the contract takes it (%s)', (value) => {
  const body = { kind: 'text', clientId: newUuid(() => value), text: '在吗' }
  expect(routes.patientSay.body.safeParse(body).success).toBe(true)
})

test('two are never the same', () => {
  expect(new Set(Array.from({ length: 1000 }, () => newUuid(Math.random))).size).toBe(1000)
})
