import { summaryDetail, summaryLine } from './summary-line'

const wang = { id: 'wang', name: '王秀兰', gender: 'female' as const, age: 68 }

it.each([
  [{ status: 'enrolled', dayNumber: 12, therapy: '胰岛素' }, '女 68 岁 · 第 12 天 · 胰岛素'],
  [{ status: 'withdrawn', dayNumber: null, therapy: null }, '女 68 岁 · 已退出'],
  [null, '女 68 岁'],
] as const)('%j: %s', (summary, line) => {
  expect(summaryLine(wang, summary)).toBe(line)
})

it('leaves out what is unknown', () => {
  expect(summaryLine({ ...wang, gender: 'unknown', age: null }, null)).toBe('')
  expect(summaryDetail({ diagnosisYear: null, physician: null })).toBe('')
  expect(summaryDetail({ diagnosisYear: 2014, physician: '林致远' })).toBe('2014 年确诊 · 主管 林致远')
})
