import type { ReadingSource, TimedValue } from '../content-key'
import type { GlucoseUnit } from '../glucose-unit'

/** A sentence in the two languages of the product, without any value or name from the file. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** FreeStyle Libre / LibreView export, Dexcom Clarity export, or any table with a time and a glucose column. */
export type FileFormat = 'libre' | 'dexcom' | 'generic'
export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
/** Which number of a date such as 3/4/2024 comes first. */
export type DateOrder = 'MDY' | 'DMY'

export interface ReadOptions {
  /** IANA zone of the wall clock in the file, such as `Asia/Shanghai`. */
  readonly timeZone: string
  readonly fileName: string
  /** `ask` (the default) never guesses an unclear unit; a unit is a person's answer and used where the file is silent. */
  readonly unit?: 'ask' | GlucoseUnit
  /** A person's answer for dates that read either way. */
  readonly dateOrder?: DateOrder
}

/** A reading taken from a file, at its exact instant, with the line it came from. */
export interface FileReading extends TimedValue {
  readonly source: ReadingSource
  /** The wall clock as the device wrote it, `YYYY-MM-DDTHH:mm:ss`; null where the file gave an instant. */
  readonly localTime: string | null
  /** Line in the file, counted from 1. */
  readonly line: number
}

export type RejectionCode =
  | 'time-missing'
  | 'time-unreadable'
  | 'time-of-day-missing'
  | 'date-impossible'
  | 'value-missing'
  | 'value-unreadable'
  | 'value-implausible'

export interface RejectedRow {
  readonly line: number
  readonly field: 'time' | 'value'
  readonly code: RejectionCode
  readonly text: Bilingual
}

/** A row that another row already gave: same instant, value, unit and source. */
export interface DuplicateRow {
  readonly line: number
  readonly sameAs: number
}

/** A row that is not a glucose reading, such as insulin, food, an alert or a device row. */
export interface SkippedRow {
  readonly line: number
  readonly kind: string
}

export type NoteCode = 'clock-overlap-by-order' | 'clock-overlap-first' | 'clock-gap' | 'same-instant-other-value'

/** Something decided about a row or the file that a person should be able to see. */
export interface FileNote {
  readonly code: NoteCode
  readonly line: number
  readonly text: Bilingual
}

/** readings + duplicates + rejected + skipped = rows, always. */
export interface ReadFile {
  readonly outcome: 'read'
  readonly format: FileFormat
  readonly encoding: FileEncoding
  /** Unit of the readings; `mixed` where rows or columns of the file differ. */
  readonly unit: GlucoseUnit | 'mixed'
  readonly unitFrom: 'file' | 'values' | 'answer'
  /** Data rows below the header that hold anything at all. */
  readonly rows: number
  /** By instant, then by line. */
  readonly readings: readonly FileReading[]
  readonly rejected: readonly RejectedRow[]
  readonly duplicates: readonly DuplicateRow[]
  readonly skipped: readonly SkippedRow[]
  readonly notes: readonly FileNote[]
}

/** What a person has to say before the file can be read; read it again with the answer in the options. */
export type Unsure =
  | { readonly field: 'unit'; readonly suggestions: readonly GlucoseUnit[]; readonly hint: Bilingual }
  | { readonly field: 'dateOrder'; readonly suggestions: readonly DateOrder[]; readonly hint: Bilingual }

export interface UnsureFile {
  readonly outcome: 'unsure'
  readonly format: FileFormat
  readonly encoding: FileEncoding
  readonly rows: number
  readonly unsure: Unsure
}

export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'not-text'
  | 'spreadsheet'
  | 'columns-unknown'
  | 'no-rows'
  | 'no-readings'
  | 'several-people'
  | 'time-zone-unknown'

/** The file as a whole cannot be read: why, what it concerns and what a person can do. */
export interface RefusedFile {
  readonly outcome: 'refused'
  readonly code: RefusalCode
  readonly field: 'file' | 'time' | 'value' | 'person' | 'timeZone'
  readonly hint: Bilingual
}

export type GlucoseFile = ReadFile | UnsureFile | RefusedFile
