import type { ImportReport } from '@suixing/contracts'
import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { ReadingRow } from './reading.collection'
import type { ReadingRepository } from './reading.repository'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 0, minute)).toISOString()
const row = (minute: number, patientId = 'p'): ReadingRow => ({
  _id: `${patientId}:${minute}`,
  patientId,
  at: at(minute),
  kind: 'number',
  value: 5.6,
  unit: 'mmol/L',
  source: 'cgm',
  importId: 'i1',
})
const report = { added: 3 } as unknown as ImportReport

describe('readings', () => {
  let database: OwnDatabase
  let readings: ReadingRepository

  beforeAll(async () => {
    database = await ownDatabase()
    readings = database.repositories.readings
  }, 60_000)
  afterEach(async () => {
    for (const name of ['readings', 'imports']) await database.connection.collection(name).deleteMany({})
  })
  afterAll(() => database?.close())

  it('are added once, over the border of a batch, and never changed', async () => {
    const rows = Array.from({ length: 1203 }, (_, minute) => row(minute))
    expect(await readings.add(rows.slice(0, 700))).toBe(700)
    expect(await readings.add(rows.map((one) => ({ ...one, value: 9.9, importId: 'i2' })))).toBe(503)
    expect(await readings.add(rows)).toBe(0)
    expect(await readings.latest('p')).toMatchObject({ value: 9.9, importId: 'i2' })
    expect(await readings.between('p', at(0), at(1))).toEqual([row(0)])
    const known = await readings.known([...rows.map(({ _id }) => _id), 'p:none'])
    expect(known.size).toBe(1203)
    expect(known.has('p:none')).toBe(false)
  }, 30_000)

  it('are one although two imports write them at once', async () => {
    const rows = Array.from({ length: 60 }, (_, minute) => row(minute))
    const added = await Promise.all(Array.from({ length: 4 }, () => readings.add(rows)))
    expect(added.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(60)
    expect(await readings.between('p', at(0), at(60))).toEqual(rows)
    expect(await readings.add(rows)).toBe(0)
  })

  it('keep HI, LO and the unit of the device as they came', async () => {
    const high: ReadingRow = { ...row(1), kind: 'HI', value: null, unit: 'mg/dL', source: 'smbg', importId: null }
    await readings.add([high, { ...row(2), value: 101, unit: 'mg/dL' }])
    expect(await readings.between('p', at(0), at(9))).toEqual([high, { ...row(2), value: 101, unit: 'mg/dL' }])
  })

  it('of one patient and span come in order, the end left out', async () => {
    await readings.add([row(9), row(3), row(5), row(4, 'q')])
    expect((await readings.between('p', at(3), at(9))).map((one) => one.at)).toEqual([at(3), at(5)])
    expect((await readings.latest('p'))?.at).toBe(at(9))
    expect(await readings.latest('nobody')).toBeNull()
    expect(await readings.add([])).toBe(0)
    expect((await readings.known([])).size).toBe(0)
  })

  it('imports keep their first note, show when done and finish once', async () => {
    const begun = { _id: 'i1', patientId: 'p', at: at(0), by: 'p', digest: 'd', attribution: null, report }
    await readings.beginImport(begun)
    await readings.beginImport({ ...begun, by: 'other' })
    expect(await readings.importsOf('p')).toEqual([])
    await readings.finishImport('i1', { added: 5 } as unknown as ImportReport)
    await readings.finishImport('i1', { added: 0 } as unknown as ImportReport)
    await readings.beginImport({ ...begun, _id: 'i2', at: at(9) })
    await readings.finishImport('i2', report)
    expect(await readings.importsOf('p')).toMatchObject([
      { _id: 'i2', state: 'done' },
      { _id: 'i1', by: 'p', report: { added: 5 } },
    ])
    expect(await readings.importsOf('q')).toEqual([])
  })
})
