import { genderAndAge, personLine } from './person-line'

it.each([
  ['female', 68, 2014, '女 68 岁 · 2014 年确诊'],
  ['male', null, 2020, '男 · 2020 年确诊'],
  ['unknown', 54, null, '54 岁'],
  ['unknown', null, null, ''],
] as const)('%s %s %s', (gender, age, diagnosisYear, line) => {
  expect(personLine({ gender, age, diagnosisYear })).toBe(line)
})

it('is short in a list', () => {
  expect(genderAndAge('male', 71)).toBe('男 71')
  expect(genderAndAge('unknown', null)).toBe('')
})
