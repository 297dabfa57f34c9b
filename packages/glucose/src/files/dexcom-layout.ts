import { headerKey, unitNamed } from './header-cell'
import type { RecogniseHeader, RowContent } from './table-layout'

/**
 * Dexcom Clarity and Studio exports, tab or comma separated. Only EGV rows (estimated glucose values) are the sensor's
 * series; device, alert, calibration, insulin and exercise rows are skipped by their event type.
 */
export const recogniseDexcom: RecogniseHeader = (header) => {
  const keys = header.map(headerKey)
  const timeColumn = keys.findIndex((key) => key.startsWith('timestamp'))
  const typeColumn = keys.findIndex((key) => key === 'event type')
  const valueColumn = keys.findIndex((key) => key.startsWith('glucose value'))
  if (timeColumn < 0 || typeColumn < 0 || valueColumn < 0) return undefined
  const unit = unitNamed(header[valueColumn] ?? '')
  return {
    format: 'dexcom',
    contentOf: (cells): RowContent => {
      const type = cells[typeColumn] ?? ''
      if (type.toUpperCase() !== 'EGV')
        return { kind: 'other', name: type === '' ? 'no event type' : type.slice(0, 24) }
      const value = cells[valueColumn] ?? ''
      return { kind: 'reading', time: cells[timeColumn] ?? '', value, source: 'sensor', unit }
    },
  }
}
