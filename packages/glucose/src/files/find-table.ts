import { recogniseDexcom } from './dexcom-layout'
import { recogniseGeneric } from './generic-layout'
import { recogniseLibre } from './libre-layout'
import { delimiters, splitRows, type TableRow } from './split-rows'
import type { RecogniseHeader, TableLayout } from './table-layout'

export interface FoundTable {
  readonly layout: TableLayout
  /** Rows below the header that hold anything. */
  readonly rows: readonly TableRow[]
}

// Exports put a report title, the patient and blank lines above the header; none puts more than this.
const headerWithinRows = 15
const recognisers: readonly RecogniseHeader[] = [recogniseLibre, recogniseDexcom, recogniseGeneric]

/** Finds separator, header row and format by trying them on the first rows, the most specific format first. */
export function findTable(text: string): FoundTable | undefined {
  const top = text.split('\n', headerWithinRows + 1).join('\n')
  const tops = delimiters.map((delimiter) => ({ delimiter, rows: splitRows(top, delimiter) }))
  for (const recognise of recognisers) {
    for (const { delimiter, rows } of tops) {
      const header = rows.find(({ cells }) => cells.length > 1 && recognise(cells))
      const layout = header && recognise(header.cells)
      if (header && layout) {
        return { layout, rows: splitRows(text, delimiter).filter((row) => row.line > header.line) }
      }
    }
  }
  return undefined
}
