import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportReport } from '@suixing/contracts'
import { timeInRange } from '@suixing/glucose'
import { readGlucoseFile } from '@suixing/glucose/files'
import { addUser, contactWay, enrol } from '../testing/patient-steps'
import type { Invited } from '../testing/patient-steps'
import { killable } from '../testing/kill'
import { createWorld } from '../testing/world'
import type { Answer, World } from '../testing/world'

const sample = (name: string): Buffer => readFileSync(join(__dirname, '../../../packages/glucose/testdata/cgm', name))
const libre = sample('libre-export-raw.csv')
const azt1d = sample('azt1d-subject-8.csv')
const twoDays = Buffer.from(azt1d.toString().split('\n').slice(0, 577).join('\n'))
const DAY = 86_400_000

let world: World
let people = 0
beforeAll(async () => {
  world = await createWorld()
  await contactWay(world)
})
afterAll(() => world.close())

const somebody = (): Promise<Invited> => enrol(world, addUser(world, `glucose${people++}`))
type Query = Record<string, string>
const send = (patient: Invited, raw: Buffer, query: Query = {}): Promise<Answer> =>
  world.call(
    'POST',
    `/api/patient/glucose-imports?${new URLSearchParams({ mode: 'commit', fileName: 'export.csv', ...query })}`,
    { token: patient.token, raw },
  )
const view = async (patient: Invited, days = 90) =>
  (await world.call('GET', `/api/patient/glucose?days=${days}`, { token: patient.token })).body
const stored = async ({ patientId }: Invited): Promise<number> =>
  (await world.documents('readings', { patientId })).length
/** Every data row of the file is told of, once. */
const accounted = (report: ImportReport): number =>
  report.taken + report.duplicateInFile + report.duplicateStored + report.otherRows + report.rejectedTotal

describe.each([
  ['FreeStyle Libre', libre, { dateOrder: 'MDY' }],
  ['AZT1D', azt1d, {}],
] as const)('%s', (_, bytes, answered) => {
  let patient: Invited
  let report: ImportReport
  const expected = readGlucoseFile(bytes, {
    fileName: 'export.csv',
    timeZone: 'Asia/Shanghai',
    unit: 'ask',
    ...answered,
  })
  if (expected.outcome !== 'read') throw new Error('the sample cannot be read')
  beforeAll(async () => {
    patient = await somebody()
  })

  it('the preview says what would be taken and takes nothing', async () => {
    report = (await send(patient, bytes, { ...answered, mode: 'preview' })).body
    expect(report).toMatchObject({
      mode: 'preview',
      importId: null,
      taken: expected.readings.length,
      rows: expected.rows,
      duplicateStored: 0,
    })
    expect(accounted(report)).toBe(report.rows)
    expect(await stored(patient)).toBe(0)
    expect((await view(patient)).total).toBe(0)
  })

  it('committing takes exactly what the preview said', async () => {
    const committed = (await send(patient, bytes, answered)).body
    expect(committed).toEqual({ ...report, mode: 'commit', importId: expect.any(String) })
    expect(await stored(patient)).toBe(report.taken)
  })

  it.each([7, 14, 90])('%d days show the counts, times in range and sums of those very readings', async (days) => {
    const shown = await view(patient, days)
    const inside = expected.readings.filter(({ at }) => at >= shown.from && at < shown.to)
    expect(shown.total).toBe(inside.length)
    expect(inside.length).toBeGreaterThan(0)
    expect(shown.counts).toEqual(timeInRange(inside.map(({ value }) => value)).counts)
    expect(Object.values(shown.counts as Record<string, number>).reduce((sum, n) => sum + n, 0)).toBe(inside.length)
    expect(shown.latest.at).toBe(expected.readings.at(-1)?.at)
    expect(Date.parse(shown.to) - Date.parse(shown.from)).toBe(days * DAY)
    expect(shown.source).toBe('cgm')
  })

  it('twice the same file, whatever its name, is the same import', async () => {
    const before = await view(patient)
    const again = (await send(patient, bytes, { ...answered, fileName: 'copy.csv' })).body
    expect(again).toMatchObject({ taken: 0, duplicateStored: report.taken })
    expect(accounted(again)).toBe(again.rows)
    expect(await view(patient)).toEqual(before)
    const cookie = await world.signInConsole()
    const page = await world.call('GET', `/api/console/patients/${patient.patientId}`, { cookie })
    expect(page.body.imports.map(({ taken }: ImportReport) => taken)).toEqual([report.taken])
  })
})

describe('a file that is none', () => {
  let patient: Invited
  beforeAll(async () => {
    patient = await somebody()
  })
  it.each([
    ['a JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex')],
    ['nothing', Buffer.alloc(0)],
    ['prose', Buffer.from('今天早上血糖 6.8，没有不舒服。\n')],
    ['a table without times', Buffer.from('a,b\n1,2\n3,4\n')],
    ['a header alone', Buffer.from('timestamp,glucose_value_mg_dl\n')],
  ])('%s: said so, and nothing kept', async (_, bytes) => {
    for (const mode of ['preview', 'commit']) {
      const answer = await send(patient, bytes, { mode })
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'file-not-readable', field: expect.any(String), hint: expect.stringMatching(/\p{Script=Han}/u) },
      })
    }
    expect(await stored(patient)).toBe(0)
    expect((await world.documents('imports')).filter(({ patientId }) => patientId === patient.patientId)).toEqual([])
  })

  it('a time zone that is none names it', async () => {
    expect(await send(patient, azt1d, { timeZone: 'Mars/Phobos' })).toMatchObject({
      status: 422,
      body: { field: 'timeZone' },
    })
  })

  it('more than 32 MB is too large', async () => {
    expect(await send(patient, Buffer.alloc((32 << 20) + 1, 48))).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    })
  })
})

it('asks for the unit, and for the order of dates, and takes the answers', async () => {
  const patient = await somebody()
  const unclear = Buffer.from('time,glucose\n2026-11-20 08:00,30\n2026-11-20 12:00,31\n2026-11-20 18:00,32\n')
  expect(await send(patient, unclear)).toMatchObject({ status: 422, body: { code: 'unit-unsure', field: 'unit' } })
  expect(await stored(patient)).toBe(0)
  expect(await send(patient, unclear, { unit: 'mg/dL' })).toMatchObject({
    status: 200,
    body: { unit: 'mg/dL', taken: 3 },
  })
  expect((await view(patient, 7)).counts).toMatchObject({ veryLow: 3 })

  const either = await somebody()
  const days = Buffer.from('time,glucose mmol/L\n03/04/2026 08:00,6.1\n03/05/2026 08:00,6.4\n03/06/2026 08:00,6.2\n')
  expect(await send(either, days)).toMatchObject({
    status: 422,
    body: { code: 'date-order-unsure', field: 'dateOrder' },
  })
  expect(await stored(either)).toBe(0)
  expect((await send(either, days, { dateOrder: 'DMY' })).body).toMatchObject({
    taken: 3,
    firstAt: '2026-04-03T00:00:00.000Z',
  })
})

it("one patient's file is never another's: the same content twice, and nothing of it in a third's view", async () => {
  const [one, two, none] = [await somebody(), await somebody(), await somebody()]
  const answers = await Promise.all([send(one, twoDays), send(two, twoDays)])
  expect(answers.map(({ body }) => body.duplicateStored)).toEqual([0, 0])
  expect(answers[0]?.body.importId).not.toBe(answers[1]?.body.importId)
  expect(await stored(one)).toBe(await stored(two))
  expect(await view(none)).toMatchObject({ total: 0, points: [], latest: null, source: 'none' })
  const before = await view(two)
  await send(
    one,
    Buffer.from('time,glucose mmol/L\n2026-11-20 08:00,7.5\n2026-11-20 12:00,8.1\n2026-11-20 18:00,6.9\n'),
  )
  expect(await view(two)).toEqual(before)
  expect((await view(one, 7)).latest.at).toBe('2026-11-20T10:00:00.000Z')
})

it('a host that dies in the middle: sent again, every reading is there once, and the record says how many were taken', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, at) =>
      `2026-11-20 ${String(8 + Math.floor(at / 6)).padStart(2, '0')}:${String((at % 6) * 10).padStart(2, '0')},${6 + at / 10}`,
  )
  const bytes = Buffer.from(`time,glucose mmol/L\n${rows.join('\n')}\n`)
  const patients: Invited[] = []
  for (let at = 0; at < 10; at++) patients.push(await somebody())
  const host = killable(world)
  const died: string[] = []
  for (const [at, patient] of patients.entries()) {
    const from = host.calls.length
    host.killAfter(at + 1)
    await send(patient, bytes)
    if (host.isDead) died.push(host.calls[from + at] ?? '')
    await world.host.product.workshop.idle()
    host.revive()
    expect((await send(patient, bytes)).status).toBe(200)
    await world.host.product.workshop.idle()
    const [record, ...more] = (await world.documents('imports')).filter(
      ({ patientId }) => patientId === patient.patientId,
    )
    expect([
      at,
      await stored(patient),
      (await view(patient, 7)).total,
      record?.state,
      record?.report.taken,
      more,
    ]).toEqual([at, 30, 30, 'done', 30, []])
  }
  expect(died).toEqual(expect.arrayContaining(['readings.beginImport', 'readings.add', 'readings.finishImport']))
})
