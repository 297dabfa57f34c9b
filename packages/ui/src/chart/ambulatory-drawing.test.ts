import { ambulatoryDrawing } from './ambulatory-drawing'

const box = { width: 323, height: 148, fontSize: 13 }
const slot = (minuteOfDay: number) => ({ minuteOfDay, p5: 4, p25: 5.5, p50: 7, p75: 9, p95: 12 })
const roles = (profile: ReturnType<typeof slot>[] | null) => {
  const { marks } = ambulatoryDrawing({ profile }, box)
  return {
    medians: marks.filter(({ kind, role }) => kind === 'line' && role === 'median').length,
    areas: marks.filter(({ kind }) => kind === 'area').length,
    says: marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])),
  }
}

test('a full day is one median with two bands', () => {
  const day = roles(Array.from({ length: 96 }, (_, index) => slot(index * 15)))
  expect(day).toMatchObject({ medians: 1, areas: 2 })
})

test('an empty stretch breaks the curve instead of being invented', () => {
  const morning = Array.from({ length: 20 }, (_, index) => slot(index * 15))
  const evening = Array.from({ length: 20 }, (_, index) => slot(1140 + index * 15))
  expect(roles([...morning, ...evening]).medians).toBe(2)
})

test('without enough wear it says so and draws no curve', () => {
  const { medians, areas, says } = roles(null)
  expect([medians, areas]).toEqual([0, 0])
  expect(says).toContain('佩戴不到 70%，还画不出曲线')
})
