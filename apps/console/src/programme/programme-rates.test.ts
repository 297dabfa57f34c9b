import { everEnrolled, programmeRates } from './programme-rates'

const funnel = { invited: 12, enrolled: 5, paused: 1, completed: 2, left: 1 }
const touchpoints = { planned: 9, delivered: 4, answered: 6, skipped: 3, failed: 2, uncertain: 1 }

it('counts each enrolment once', () => {
  expect(everEnrolled(funnel)).toBe(9)
})

it('gives each rate its own denominator', () => {
  expect(programmeRates({ funnel, touchpoints }).map(({ part, whole }) => [part, whole])).toEqual([
    [9, 12],
    [5, 9],
    [10, 13],
    [6, 10],
  ])
})
