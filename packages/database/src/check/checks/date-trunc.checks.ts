import { deepEqual } from 'node:assert/strict'
import type { Check } from '../check'
import { truncated, type Unit } from './truncated'

const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  '+05:45',
  '-03:30',
]
const WEEK_STARTS = ['sunday', 'monday', 'thursday'] as const

/** Instants over 59 years with odd distances, and the hours around changes of summer time and of the year. */
function instants(): Date[] {
  const spread = Array.from({ length: 120 }, (_, n) => Date.UTC(1972, 0, 1) + n * 15_517_377_413)
  const edges = [
    '2024-02-29T23:59:59.999Z',
    '2024-03-10T06:59:00Z',
    '2024-03-10T07:01:00Z',
    '2024-11-03T05:30:00Z',
    '2024-12-31T16:00:00Z',
    '2025-01-01T00:00:00Z',
    '1969-12-31T23:59:59Z',
  ]
  return [...spread, ...edges.map((edge) => Date.parse(edge))].map((instant) => new Date(instant))
}

function dateTruncCheck(unit: Unit): Check {
  return {
    name: `$dateTrunc by ${unit} is right for many dates, time zones${unit === 'week' ? ' and first days of the week' : ''}`,
    run: async ({ db }) => {
      const collection = db.collection<{ at: Date }>('dates')
      await collection.insertMany(instants().map((at) => ({ at })))
      for (const timezone of ZONES) {
        for (const startOfWeek of unit === 'week' ? WEEK_STARTS : [undefined]) {
          const start = startOfWeek ? { startOfWeek } : {}
          const rows = await collection
            .aggregate<{ at: Date; start: Date }>([
              { $project: { at: 1, start: { $dateTrunc: { date: '$at', unit, timezone, ...start } } } },
            ])
            .toArray()
          for (const row of rows) {
            const expected = truncated(row.at, unit, timezone, startOfWeek ?? 'sunday')
            deepEqual(
              row.start,
              expected,
              `${row.at.toISOString()} in ${timezone} from ${startOfWeek}: ${row.start.toISOString()} is not ${expected.toISOString()}`,
            )
          }
        }
      }
    },
  }
}

/** Starts of days, weeks and months in a time zone, against a computation by the platform's own calendar. */
export const dateTruncChecks: readonly Check[] = [
  ...(['day', 'week', 'month', 'quarter', 'year'] as const).map(dateTruncCheck),
  {
    name: '$dateTrunc is also right in a filter, a group and a pipeline update',
    run: async ({ db }) => {
      const collection = db.collection<{ _id: number; at: Date; day?: Date }>('places')
      const at = new Date('2026-05-06T17:30:00Z')
      const day = truncated(at, 'day', 'Asia/Shanghai', 'sunday')
      const expression = { $dateTrunc: { date: '$at', unit: 'day', timezone: 'Asia/Shanghai' } }
      await collection.insertOne({ _id: 1, at })
      await collection.updateOne({ _id: 1 }, [{ $set: { day: expression } }])
      deepEqual((await collection.findOne())?.day, day)
      deepEqual(await collection.find({ $expr: { $eq: [expression, day] } }).toArray(), [{ _id: 1, at, day }])
      deepEqual(await collection.aggregate([{ $group: { _id: expression, n: { $sum: 1 } } }]).toArray(), [
        { _id: day, n: 1 },
      ])
    },
  },
]
