import type { Contracted, Declared } from './declarations'
import { rightsFindings, rightsPage } from './rights'

const route: Contracted = { name: 'patientMe', method: 'GET', path: '/api/patient/me', guard: 'patient' }
const trigger: Declared = { ...route, type: 'http' }

describe('rights', () => {
  it('finds nothing when each route has one trigger with its guard', () => {
    expect(rightsFindings([trigger], [route])).toEqual([])
  })

  it.each<[string, readonly Declared[], RegExp]>([
    ['a route that nothing serves', [], /patientMe .* is served 0 times/],
    ['a route served twice', [trigger, { ...trigger, name: 'again' }], /is served 2 times/],
    [
      'a guard that differs from the contract',
      [{ ...trigger, guard: 'nobody-yet' }],
      /guarded by nobody-yet and not by patient/,
    ],
    [
      'a guard nobody knows',
      [{ ...trigger, guard: 'everyone' }],
      /patientMe \(GET \/api\/patient\/me\) has no guard that is known/,
    ],
    [
      'a timer without a guard',
      [trigger, { name: 'drain', type: 'timer', cron: '* * * * * * *' }],
      /drain \(\) has no guard|drain .*no guard/,
    ],
  ])('reports %s', (_title, triggers, finding) => {
    expect(rightsFindings(triggers, [route]).join('\n')).toMatch(finding)
  })

  it('names the roles of staff as the contract has them', () => {
    const page = rightsPage(
      [{ name: 'consoleMe', type: 'http', method: 'GET', path: '/api/console/me', guard: 'staff' }],
      ['operator', 'sponsor'],
    )
    expect(page).toContain('| GET `/api/console/me` | consoleMe | staff | operator, sponsor |')
  })
})
