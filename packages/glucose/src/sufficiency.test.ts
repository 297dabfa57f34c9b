import { sufficiency } from './sufficiency'

const minute = 60_000
const localDayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const everyFive = (days: number, keep: (i: number) => boolean = () => true) =>
  Array.from({ length: days * 288 }, (_, i) => i * 5 * minute).filter((_, i) => keep(i))

test('fourteen whole days are sufficient', () => {
  expect(sufficiency({ instants: everyFive(14), localDayOf })).toEqual({
    daysWithData: 14,
    cadenceMinutes: 5,
    expectedReadings: 4032,
    presentReadings: 4032,
    share: 1,
    sufficient: true,
  })
})

test('thirteen days are not, whatever their share', () => {
  expect(sufficiency({ instants: everyFive(13), localDayOf })).toMatchObject({ share: 1, sufficient: false })
})

test.each([
  [7, true],
  [6, false],
])('%d readings of ten: sufficient is %s', (of10, sufficient) => {
  const instants = everyFive(20, (i) => i % 100 < of10 * 10)
  const period = { from: 0, to: 20 * 1440 * minute }
  const found = sufficiency({ instants, localDayOf, period })
  expect(found.share).toBeCloseTo(of10 / 10, 2)
  expect(found.sufficient).toBe(sufficient)
})

test('a period asks for what the span does not show', () => {
  const period = { from: 0, to: 28 * 1440 * minute }
  expect(sufficiency({ instants: everyFive(14), localDayOf, period })).toMatchObject({
    expectedReadings: 8064,
    share: 0.5,
    sufficient: false,
  })
})

test('readings twice, in any order, count once', () => {
  const instants = everyFive(14)
  expect(sufficiency({ instants: [...instants].reverse().concat(instants), localDayOf })).toMatchObject({ share: 1 })
})

test('nothing and one reading have no share', () => {
  expect(sufficiency({ instants: [], localDayOf })).toMatchObject({ daysWithData: 0, share: null, sufficient: false })
  expect(sufficiency({ instants: [0], localDayOf })).toMatchObject({ daysWithData: 1, share: null, sufficient: false })
})
