import { headerKey, unitNamed } from './header-cell'

test.each([
  ['glucose_value_mg_dl', 'mg/dL'],
  ['Historic Glucose(mg/dL)', 'mg/dL'],
  ['Glucose Value (mmol/L)', 'mmol/L'],
  ['glucose_mmol_l', 'mmol/L'],
  ['GlucoseMGDL', 'mg/dL'],
  ['血糖（mmol／L）', 'mmol/L'],
  ['血糖(毫摩尔/升)', 'mmol/L'],
  ['血糖（毫克/分升）', 'mg/dL'],
  ['mg/dl', 'mg/dL'],
  ['glucose', undefined],
  ['血糖', undefined],
])('%s names the unit %s', (header, unit) => {
  expect(unitNamed(header)).toBe(unit)
})

test('a header has one spelling', () => {
  expect(headerKey(' Record_Type ')).toBe('record type')
  expect(headerKey('Device\nTimestamp')).toBe('device timestamp')
})
