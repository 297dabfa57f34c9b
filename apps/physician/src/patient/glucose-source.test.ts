import { glucoseSource } from './glucose-source'

const summary = (wearPercent: number | null) => ({
  meanMmolPerL: null,
  standardDeviationMmolPerL: null,
  coefficientOfVariationPercent: null,
  glucoseManagementIndicatorPercent: null,
  wearPercent,
  sufficient: false,
})

it.each([
  ['none', 0, null, '没有读数'],
  ['smbg', 32, null, '血糖仪 · 32 次'],
  ['cgm', 3749, 92.98, '动态 · 佩戴 93%'],
  ['cgm', 12, null, '动态'],
  ['mixed', 3760, 71, '动态和血糖仪 · 佩戴 71%'],
] as const)('%s', (source, total, wear, words) => {
  expect(glucoseSource({ source, total, summary: summary(wear) })).toBe(words)
})
