import { patientFixture } from '../../testing/patient-fixture'
import { patientFailures } from './patient-failures'

it('finds what failed and what waits, and nothing when all is well', () => {
  expect(patientFailures(patientFixture).map(({ anchor }) => anchor)).toEqual([
    'conversation',
    'touchpoints',
    'touchpoints',
    'tags',
    'conversation',
  ])
  expect(patientFailures({ touchpoints: [], tags: [], messages: [], conversation: null })).toEqual([])
})
