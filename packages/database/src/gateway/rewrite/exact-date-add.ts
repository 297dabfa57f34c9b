import type { Document } from 'bson'

/**
 * A `$dateAdd` that DocumentDB computes rightly. By day in a time zone 1.0-0 adds 24 hours, where a day that changes to or
 * from summer time has 23 or 25; `$dateSubtract` keeps the local time of day, as MongoDB does for both.
 */
export function exactDateAdd(spec: Document): Document {
  const { startDate, unit, amount, timezone } = spec
  if (unit !== 'day' || timezone === undefined) return { $dateAdd: spec }
  return { $dateSubtract: { startDate, unit, amount: { $multiply: [amount, -1] }, timezone } }
}
