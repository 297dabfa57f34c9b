import { createHash } from 'node:crypto'

/** Draws that repeat from run to run: the same seed gives the same row of them. */
export interface Chance {
  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number
  of<T>(choices: readonly T[]): T
  /** A UUID of version 4's shape. */
  uuid(): string
}

export function chance(seed: string): Chance {
  let drawn = 0
  const next = (): Buffer => createHash('sha256').update(`${seed}/${drawn++}`).digest()
  const between = (least: number, most: number): number => least + (next().readUInt32BE(0) % (most - least + 1))
  return {
    between,
    of: (choices) => choices[between(0, choices.length - 1)] as (typeof choices)[number],
    uuid: () =>
      next()
        .toString('hex')
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5'),
  }
}
