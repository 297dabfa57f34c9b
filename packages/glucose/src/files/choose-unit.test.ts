import type { GlucoseUnit } from '../glucose-unit'
import { chooseUnit } from './choose-unit'

const amounts = (values: number[], unit?: GlucoseUnit) => values.map((amount) => ({ amount, unit }))
const [asMmol, asMg] = [
  [5.6, 7.8, 6.1],
  [101, 140, 110],
]

test('what the file says is taken, also where values are few or an answer differs', () => {
  const chosen = chooseUnit(amounts([28], 'mg/dL'), false, 'mmol/L')
  expect(chosen).toMatchObject({ kind: 'chosen', from: 'file' })
  expect(chosen.kind === 'chosen' && chosen.unitOf('mg/dL')).toBe('mg/dL')
})

test('where the file is silent the values decide, if they are clear', () => {
  const chosen = chooseUnit(amounts(asMg), true, 'ask')
  expect(chosen).toMatchObject({ kind: 'chosen', from: 'values' })
  expect(chosen.kind === 'chosen' && chosen.unitOf(undefined)).toBe('mg/dL')
})

test('unclear values are asked about, and the answer counts', () => {
  expect(chooseUnit(amounts([28, 30, 29]), true, undefined)).toMatchObject({ kind: 'ask', unsure: { field: 'unit' } })
  const chosen = chooseUnit(amounts([28, 30, 29]), true, 'mg/dL')
  expect(chosen.kind === 'chosen' && [chosen.from, chosen.unitOf(undefined)]).toEqual(['answer', 'mg/dL'])
})

test('a header that its values contradict is asked about, and the answer counts', () => {
  expect(chooseUnit(amounts(asMmol, 'mg/dL'), false, 'ask')).toMatchObject({
    kind: 'ask',
    unsure: { suggestions: ['mmol/L', 'mg/dL'] },
  })
  const chosen = chooseUnit(amounts(asMmol, 'mg/dL'), false, 'mmol/L')
  expect(chosen.kind === 'chosen' && chosen.unitOf('mg/dL')).toBe('mmol/L')
})

test('rows that name their units keep them', () => {
  const mixed = [...amounts(asMmol, 'mmol/L'), ...amounts(asMg, 'mg/dL')]
  const chosen = chooseUnit(mixed, false, 'ask')
  expect(chosen.kind === 'chosen' && [chosen.unitOf('mmol/L'), chosen.unitOf('mg/dL')]).toEqual(['mmol/L', 'mg/dL'])
})
