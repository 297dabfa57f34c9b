import type { Document } from 'bson'
import { MongoCode, MongoError } from '../errors/mongo-error'

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/**
 * A `$dateTrunc` that DocumentDB computes rightly. By day or week 1.0-0 is off by days for most dates, so these become a
 * `$dateFromParts` (whose day may lie outside the month); the other literal units are right and stay.
 * @throws {MongoError} 115 for what cannot be made exact: a computed unit, startOfWeek or a binSize over several days
 */
export function exactDateTrunc(spec: Document): Document {
  const { date, unit, timezone, startOfWeek, binSize } = spec
  if (typeof unit !== 'string') throw unsupported('a unit that is not a literal')
  if (unit !== 'day' && unit !== 'week') return { $dateTrunc: spec }
  if (binSize !== undefined && Number(binSize) !== 1) throw unsupported(`unit '${unit}' and a binSize`)
  const zone = timezone === undefined ? {} : { timezone }
  const part = (operator: string): Document => ({ [operator]: { date, ...zone } })
  const day =
    unit === 'day' ? part('$dayOfMonth') : { $subtract: [part('$dayOfMonth'), daysIntoWeek(part, startOfWeek)] }
  return { $dateFromParts: { year: part('$year'), month: part('$month'), day, ...zone } }
}

function daysIntoWeek(part: (operator: string) => Document, startOfWeek: unknown = 'sunday'): Document {
  const first = typeof startOfWeek === 'string' ? WEEKDAYS.indexOf(startOfWeek.toLowerCase().slice(0, 3)) : -1
  if (first < 0) throw unsupported('a startOfWeek that is not the literal name of a day')
  return { $mod: [{ $add: [part('$dayOfWeek'), 6 - first] }, 7] }
}

function unsupported(what: string): MongoError {
  return new MongoError(MongoCode.CommandNotSupported, `$dateTrunc with ${what} is not supported by this database`)
}
