import { createHash } from 'node:crypto'
import type { State } from './state'

/** SHA-256 over a state, whatever the order of its names. */
export const hashOf = (state: State): string => createHash('sha256').update(canonical(state)).digest('hex')

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}

export interface Difference {
  readonly kind: string
  readonly name: string
  readonly one: unknown
  readonly other: unknown
}

/** Documents that differ, in the order of kind and name; null stands for one that is missing. */
export function differences(one: State, other: State): Difference[] {
  const both = <T extends object>(a: T, b: T): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  return both(one, other).flatMap((kind) => {
    const [mine, theirs] = [one[kind] ?? {}, other[kind] ?? {}]
    return both(mine, theirs)
      .filter((name) => canonical(mine[name] ?? null) !== canonical(theirs[name] ?? null))
      .map((name) => ({ kind, name, one: mine[name] ?? null, other: theirs[name] ?? null }))
  })
}
