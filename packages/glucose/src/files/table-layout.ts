import type { ReadingSource } from '../content-key'
import type { GlucoseUnit } from '../glucose-unit'
import type { FileFormat } from './glucose-file'

/** What a row of a recognised table holds, still as text. */
export type RowContent =
  | {
      readonly kind: 'reading'
      readonly time: string
      readonly value: string
      readonly source: ReadingSource
      /** The unit the header or the row names; nothing where the file is silent. */
      readonly unit: GlucoseUnit | undefined
      /** Who the row is of, where a column says. */
      readonly person?: string
    }
  | { readonly kind: 'other'; readonly name: string }

/** How to read the rows below a recognised header. */
export interface TableLayout {
  readonly format: FileFormat
  readonly contentOf: (cells: readonly string[]) => RowContent
}

/** Looks at one row as a header; nothing when it is not a header of this format. */
export type RecogniseHeader = (header: readonly string[]) => TableLayout | undefined
