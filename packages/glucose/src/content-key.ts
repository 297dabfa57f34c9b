import type { GlucoseValue } from './glucose-value'

/** What produced a reading: a meter strip, a sensor's own series, a scan of that sensor, or a file that does not say. */
export const readingSources = ['strip', 'sensor', 'scan', 'unknown'] as const
export type ReadingSource = (typeof readingSources)[number]

/** A value at an exact instant (ISO 8601 UTC). */
export interface TimedValue {
  readonly at: string
  readonly value: GlucoseValue
}

/**
 * One text for one measurement, whatever file or device brought it: exact instant, value as given, unit and source.
 * Two readings with the same key are the same reading. A scan and the sensor's own point stay two.
 */
export function contentKey(reading: TimedValue & { readonly source: ReadingSource }): string {
  const { value } = reading
  const amount = value.kind === 'number' ? String(value.value) : value.kind
  return [new Date(reading.at).toISOString(), amount, value.unit, reading.source].join('|')
}
