import { parse, type Info } from 'csv-parse/sync'

/** One row of the file: its cells, trimmed, and the line it begins on, counted from 1. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Separators tables are exported with. */
export const delimiters = [',', '\t', ';', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/**
 * Splits text with `\n` line ends into rows, leaving out rows without content. Rows may differ in length. Where a quote
 * is opened and never closed, quotes are read as plain characters, so that one stray quote does not swallow the rest.
 */
export function splitRows(text: string, delimiter: Delimiter): readonly TableRow[] {
  try {
    return rowsOf(text, delimiter, '"')
  } catch {
    return rowsOf(text, delimiter, null)
  }
}

function rowsOf(text: string, delimiter: Delimiter, quote: '"' | null): readonly TableRow[] {
  const records = parse(text, {
    delimiter,
    quote,
    info: true,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  }) as unknown as readonly { record: string[]; info: Info }[]
  let lastLine = 0
  return records.flatMap(({ record, info }) => {
    const line = lastLine + 1
    lastLine = info.lines
    const cells = record.map((cell) => cell.trim())
    return cells.every((cell) => cell === '') ? [] : [{ line, cells }]
  })
}
