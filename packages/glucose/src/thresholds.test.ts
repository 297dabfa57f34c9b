import { defaultThresholds, thresholdsFrom } from './thresholds'

test('the default limits stand for one another in both units', () => {
  expect(defaultThresholds['mmol/L']).toEqual({
    veryLowBelow: 3.0,
    lowBelow: 3.9,
    highAbove: 10.0,
    veryHighAbove: 13.9,
    urgentFrom: 16.7,
  })
  expect(defaultThresholds['mg/dL']).toEqual({
    veryLowBelow: 54,
    lowBelow: 70,
    highAbove: 180,
    veryHighAbove: 250,
    urgentFrom: 301,
  })
  expect(defaultThresholds.source).toContain('10.2337/dci19-0028')
})

test("a programme's own limits come with their source", () => {
  const pregnancy = thresholdsFrom(
    { ...defaultThresholds['mmol/L'], lowBelow: 3.5, highAbove: 7.8 },
    'ADA 2024, section 15',
  )
  expect(pregnancy['mg/dL'].lowBelow).toBe(63)
  expect(pregnancy['mg/dL'].highAbove).toBe(141)
  expect(pregnancy.source).toBe('ADA 2024, section 15')
})
