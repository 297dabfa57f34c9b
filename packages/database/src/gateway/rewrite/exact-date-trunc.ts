import type { Document } from 'bson'
import { MongoCode, MongoError } from '../errors/mongo-error'

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }
/** Bins of several units are counted from 2000-01-01 (MongoDB manual, $dateTrunc). */
const MONTHS_BEFORE_2000 = 2000 * 12

type Part = (operator: string) => Document

/**
 * A `$dateTrunc` that DocumentDB computes rightly. In 1.0-0 it is off by days for most dates by day or week, and before
 * 2000 by month, quarter or year; these become a `$dateFromParts` whose day or month may lie outside its range. Hour,
 * minute, second and millisecond are right and stay.
 * @throws {MongoError} 115 for what cannot be made exact: a computed unit, startOfWeek or binSize, or several days or weeks
 */
export function exactDateTrunc(spec: Document): Document {
  const { date, unit, timezone, startOfWeek } = spec
  if (typeof unit !== 'string') throw unsupported('a unit that is not a literal')
  const months = MONTHS[unit]
  if (months === undefined && unit !== 'day' && unit !== 'week') return { $dateTrunc: spec }
  const size = Number(spec['binSize'] ?? 1)
  if (!Number.isInteger(size) || size < 1) throw unsupported('a binSize that is not a literal whole number')
  const zone = timezone === undefined ? {} : { timezone }
  const part: Part = (operator) => ({ [operator]: { date, ...zone } })
  const year = part('$year')
  const month = part('$month')
  if (months !== undefined) {
    return {
      $dateFromParts: { year, month: { $subtract: [month, monthsIntoBin(year, month, months * size)] }, ...zone },
    }
  }
  if (size > 1) throw unsupported(`unit '${unit}' and a binSize`)
  const dayOfMonth = part('$dayOfMonth')
  const day = unit === 'day' ? dayOfMonth : { $subtract: [dayOfMonth, daysIntoWeek(part, startOfWeek)] }
  return { $dateFromParts: { year, month, day, ...zone } }
}

function monthsIntoBin(year: Document, month: Document, bin: number): Document {
  const shift = bin - (MONTHS_BEFORE_2000 % bin) - 1
  return { $mod: [{ $add: [{ $multiply: [year, 12] }, month, shift] }, bin] }
}

function daysIntoWeek(part: Part, startOfWeek: unknown = 'sunday'): Document {
  const first = typeof startOfWeek === 'string' ? WEEKDAYS.indexOf(startOfWeek.toLowerCase().slice(0, 3)) : -1
  if (first < 0) throw unsupported('a startOfWeek that is not the literal name of a day')
  return { $mod: [{ $add: [part('$dayOfWeek'), 6 - first] }, 7] }
}

function unsupported(what: string): MongoError {
  return new MongoError(MongoCode.CommandNotSupported, `$dateTrunc with ${what} is not supported by this database`)
}
