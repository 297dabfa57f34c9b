import type { ParseArgsConfig } from 'node:util'

export type Line = Readonly<Record<string, unknown>>

/** What a bench is given: where it runs, what was asked, and where its lines go. */
export interface Bed {
  readonly root: string
  /** Options as given on the command line; the defaults are the bench's own. */
  readonly options: Readonly<Record<string, string>>
  /** One JSON line of the result, to standard output. */
  emit(line: Line): void
  /** Progress for people, to standard error. */
  say(text: string): void
  /** Something to undo at the end, last first, however the bench ends. */
  undo(step: () => Promise<void> | void): void
}

export interface Bench {
  readonly name: string
  readonly summary: string
  /** What must be built first, as scripts/build.mjs names it. */
  readonly needs: readonly string[]
  readonly options: NonNullable<ParseArgsConfig['options']>
  run(bed: Bed): Promise<void>
}

/** A positive number from an option. Throws RangeError naming it. */
export function positive(bed: Bed, name: string): number {
  const value = Number(bed.options[name])
  if (!(value > 0)) throw new RangeError(`--${name} ${String(bed.options[name])}: a positive number is needed`)
  return value
}
