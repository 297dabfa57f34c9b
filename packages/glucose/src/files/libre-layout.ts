import type { ReadingSource } from '../content-key'
import { headerKey, unitNamed } from './header-cell'
import type { RecogniseHeader, RowContent } from './table-layout'

const timeHeader = /^(meter|device) timestamp$|^(设备|仪器|读数仪)?时间戳|^(设备|仪器)时间/
const typeHeader = /^record type$|^记录类型$/
const glucoseHeaders: readonly { source: ReadingSource; pattern: RegExp }[] = [
  { source: 'sensor', pattern: /^historic glucose|^历史.*(血糖|葡萄糖)|^(血糖|葡萄糖)历史/ },
  { source: 'scan', pattern: /^scan glucose|^扫描.*(血糖|葡萄糖)|^(血糖|葡萄糖)扫描/ },
  { source: 'strip', pattern: /^strip glucose|^试纸.*(血糖|葡萄糖)|^血糖试纸/ },
]
// Record types of LibreView that carry no glucose; 0, 1 and 2 are historic, scan and strip.
const otherTypes: Readonly<Record<string, string>> = { '3': 'ketone', '4': 'insulin', '5': 'food', '6': 'note' }

/**
 * FreeStyle Libre and LibreView exports, English and Chinese headers. The filled glucose column decides the source and
 * not the record type: some exports write type 1 on historic rows. The type only names rows without glucose.
 */
export const recogniseLibre: RecogniseHeader = (header) => {
  const keys = header.map(headerKey)
  const timeColumn = keys.findIndex((key) => timeHeader.test(key))
  const typeColumn = keys.findIndex((key) => typeHeader.test(key))
  const glucose = glucoseHeaders.flatMap(({ source, pattern }) => {
    const column = keys.findIndex((key) => pattern.test(key))
    return column < 0 ? [] : [{ source, column, unit: unitNamed(header[column] ?? '') }]
  })
  if (timeColumn < 0 || typeColumn < 0 || glucose.length === 0) return undefined
  return {
    format: 'libre',
    contentOf: (cells): RowContent => {
      const type = cells[typeColumn] ?? ''
      const byType = glucose.find(({ source }) => source === ['sensor', 'scan', 'strip'][Number(type || NaN)])
      const filled = glucose.filter(({ column }) => (cells[column] ?? '') !== '')
      const taken = filled.find((column) => column === byType) ?? filled[0]
      if (!taken && !byType)
        return { kind: 'other', name: otherTypes[type] ?? `record type ${type.slice(0, 8)}`.trim() }
      const column = taken ?? byType
      return {
        kind: 'reading',
        time: cells[timeColumn] ?? '',
        value: column ? (cells[column.column] ?? '') : '',
        source: column?.source ?? 'unknown',
        unit: column?.unit,
      }
    },
  }
}
