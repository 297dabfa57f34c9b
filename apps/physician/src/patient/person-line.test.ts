import { genderAndAge, personLine } from './person-line'

it.each([
  ['female', 68, 2014, null, '女 68 岁 · 2014 年确诊'],
  ['female', 68, 2014, '胰岛素', '女 68 岁 · 2014 年确诊 · 胰岛素'],
  ['male', null, 2020, null, '男 · 2020 年确诊'],
  ['unknown', 54, null, null, '54 岁'],
  ['unknown', null, null, null, ''],
] as const)('%s %s %s', (gender, age, diagnosisYear, therapy, line) => {
  expect(personLine({ gender, age, diagnosisYear, therapy })).toBe(line)
})

it('is short in a list', () => {
  expect(genderAndAge('male', 71)).toBe('男 71')
  expect(genderAndAge('unknown', null)).toBe('')
})
