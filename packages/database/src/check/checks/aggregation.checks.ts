import { deepEqual, equal } from 'node:assert/strict'
import type { Check } from '../check'

/** Aggregations and queries that the product's views are made of. */
export const aggregationChecks: readonly Check[] = [
  {
    name: '$bucket gives its groups in the order of their bounds',
    run: async ({ db }) => {
      const values = Array.from({ length: 300 }, (_, n) => (n * 97) % 311)
      await db.collection('values').insertMany(values.map((value) => ({ value })))
      const boundaries = [0, 10, 25, 50, 90, 100, 200, 280]
      const rows = await db
        .collection('values')
        .aggregate([{ $bucket: { groupBy: '$value', boundaries, default: 999, output: { n: { $sum: 1 } } } }])
        .toArray()
      const within = (from: number, to: number): number => values.filter((value) => value >= from && value < to).length
      const expected = boundaries
        .slice(0, -1)
        .map((from, place) => ({ _id: from, n: within(from, boundaries[place + 1] ?? 0) }))
      deepEqual(rows, [...expected, { _id: 999, n: within(280, Infinity) }])
    },
  },
  {
    name: '$group, $facet, $lookup and $unionWith give what a computation by hand gives',
    run: async ({ db }) => {
      const readings = Array.from({ length: 60 }, (_, n) => ({ patient: n % 5, value: (n * 13) % 40 }))
      await db.collection('readings').insertMany(readings.map((reading) => ({ ...reading })))
      await db
        .collection<{ _id: number; name: string }>('patients')
        .insertMany([0, 1, 2, 3, 4].map((_id) => ({ _id, name: `患者${_id}` })))
      const rows = await db
        .collection('readings')
        .aggregate([
          { $group: { _id: '$patient', n: { $sum: 1 }, mean: { $avg: '$value' }, top: { $max: '$value' } } },
          { $lookup: { from: 'patients', localField: '_id', foreignField: '_id', as: 'patient' } },
          { $set: { name: { $first: '$patient.name' } } },
          { $unset: 'patient' },
          { $sort: { _id: 1 } },
        ])
        .toArray()
      const expected = [0, 1, 2, 3, 4].map((_id) => {
        const values = readings.filter(({ patient }) => patient === _id).map(({ value }) => value)
        return {
          _id,
          n: values.length,
          mean: values.reduce((a, b) => a + b, 0) / values.length,
          top: Math.max(...values),
          name: `患者${_id}`,
        }
      })
      deepEqual(rows, expected)
      const [facets] = await db
        .collection('readings')
        .aggregate([
          { $unionWith: 'patients' },
          { $facet: { all: [{ $count: 'n' }], named: [{ $match: { name: /^患/ } }, { $count: 'n' }] } },
        ])
        .toArray()
      deepEqual(facets, { all: [{ n: 65 }], named: [{ n: 5 }] })
    },
  },
  {
    name: 'filters by null, absence, regular expression, element and expression match as documented',
    run: async ({ db }) => {
      const collection = db.collection<{ _id: number }>('filters')
      await collection.insertMany([
        { _id: 1, a: null, tags: ['x', 'y'], text: '血糖 5.6' },
        { _id: 2, tags: [], text: 'Glucose', n: 2, m: 1 },
        {
          _id: 3,
          a: 0,
          tags: ['y'],
          list: [
            { k: 'a', v: 1 },
            { k: 'b', v: 9 },
          ],
          n: 1,
          m: 2,
        },
      ] as never)
      const ids = async (filter: object): Promise<number[]> =>
        (await collection.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id)
      deepEqual(await ids({ a: null }), [1, 2])
      deepEqual(await ids({ a: { $exists: false } }), [2])
      deepEqual(await ids({ tags: 'y' }), [1, 3])
      deepEqual(await ids({ tags: { $size: 0 } }), [2])
      deepEqual(await ids({ text: /^血/ }), [1])
      deepEqual(await ids({ text: { $regex: 'GLUC', $options: 'i' } }), [2])
      deepEqual(await ids({ list: { $elemMatch: { k: 'a', v: { $gt: 5 } } } }), [])
      deepEqual(await ids({ 'list.v': { $gt: 5 } }), [3])
      deepEqual(await ids({ $expr: { $gt: ['$n', '$m'] } }), [2])
      deepEqual(await ids({ $or: [{ _id: 1 }, { n: { $in: [1, 5] } }], _id: { $nin: [2] } }), [1, 3])
    },
  },
  {
    name: '$setWindowFields, $dateAdd, $dateDiff and $dateToString in a time zone are right',
    run: async ({ db }) => {
      const collection = db.collection<{ _id: number; at: Date; v: number }>('windows')
      const start = Date.parse('2026-03-08T05:30:00Z')
      await collection.insertMany(
        Array.from({ length: 10 }, (_, _id) => ({ _id, at: new Date(start + _id * 3_600_000), v: _id })),
      )
      const zone = { timezone: 'America/New_York' }
      const rows = await collection
        .aggregate([
          {
            $setWindowFields: {
              sortBy: { at: 1 },
              output: { sum: { $sum: '$v', window: { range: [-2, 0], unit: 'hour' } } },
            },
          },
          {
            $set: {
              text: { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M', ...zone } },
              next: { $dateAdd: { startDate: '$at', unit: 'day', amount: 1, ...zone } },
              days: {
                $dateDiff: { startDate: '$at', endDate: new Date('2026-03-10T03:00:00Z'), unit: 'day', ...zone },
              },
            },
          },
          { $sort: { _id: 1 } },
        ])
        .toArray()
      deepEqual(
        rows.map(({ sum }) => sum as number),
        [0, 1, 3, 6, 9, 12, 15, 18, 21, 24],
      )
      // Summer time begins at 07:00 UTC: the clock goes from 01:59 to 03:00.
      deepEqual(
        rows.slice(0, 3).map(({ text }) => text as string),
        ['2026-03-08 00:30', '2026-03-08 01:30', '2026-03-08 03:30'],
      )
      deepEqual((rows[0]?.['next'] as Date).toISOString(), '2026-03-09T04:30:00.000Z')
      equal(rows[0]?.['days'], 1)
    },
  },
  {
    name: '$dateAdd and $dateSubtract by days keep the local time of day through the year',
    run: async ({ db }) => {
      const collection = db.collection<{ at: Date; n: number }>('days')
      const noon = (n: number): Date => new Date(Date.UTC(2026, 0, 1 + n, 4))
      await collection.insertMany(Array.from({ length: 120 }, (_, n) => ({ at: noon(n * 3), n })))
      const time = (date: object): object => ({ $dateToString: { date, format: '%H:%M', timezone: 'Europe/London' } })
      const shift = { startDate: '$at', unit: 'day', amount: { $add: ['$n', 1] }, timezone: 'Europe/London' }
      const rows = await collection
        .aggregate([
          {
            $project: {
              own: time({ $add: ['$at', 0] }),
              later: time({ $dateAdd: shift }),
              earlier: time({ $dateSubtract: shift }),
            },
          },
        ])
        .toArray()
      for (const { own, later, earlier } of rows) deepEqual([later, earlier], [own, own])
    },
  },
]
