import { patientsFixture } from '../../testing/patient-fixture'
import { patientsCsv } from './patients-csv'

const row = patientsFixture.rows[0]!

it('starts with a byte order mark and a head, one line a row', () => {
  const text = patientsCsv([row, row])
  expect(text.startsWith('\uFEFF姓名,')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(4)
})

it('quotes what would break a line, and disarms what would run as a formula', () => {
  expect(patientsCsv([{ ...row, name: '王"小"兰,二' }])).toContain('"王""小""兰,二"')
  for (const name of ['=1+1', '+86', '-1', '@x']) expect(patientsCsv([{ ...row, name }])).toContain(`\r\n'${name},`)
})

it('leaves unknown things empty and tells the year', () => {
  const line = patientsCsv([{ ...row, physician: null, conversation: null, nextTouchpoint: null, tags: [] }]).split(
    '\r\n',
  )[1]
  expect(line).toBe(`王秀兰,在管,,,,,2026年11月24日 08:12,${row.id}`)
})
