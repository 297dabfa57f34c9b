import { routes } from '@suixing/contracts'
import { subscriptionAnswers } from './subscription-answers'

test('every answer of WeChat is one the contract takes, or none', () => {
  const said = {
    a: 'accept',
    b: 'acceptWithForcePush',
    c: 'reject',
    d: 'ban',
    e: 'filter',
    f: 'undefined',
    errMsg: 'ok',
  }
  const results = subscriptionAnswers(said)
  expect(results).toEqual({ a: 'accept', b: 'acceptWithAlert', c: 'reject', d: 'ban', e: 'filter' })
  expect(routes.patientSubscribed.body.safeParse({ results }).success).toBe(true)
})
