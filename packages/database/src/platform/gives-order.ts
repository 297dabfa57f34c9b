import type { KeyPatterns } from './explain-uses-index'

type Keys = Readonly<Record<string, unknown>>

/**
 * Whether an index hands out what `filter` finds in the order of `sort`: keys fixed by equality first, then those of the sort, all in
 * their direction or all against it. A list that must hold certain values is read at one of them. The filter must name its first key,
 * or the order costs the whole collection. Without one, the first row of a queue costs as much as the whole queue.
 */
export const givesOrder = (filter: Keys, sort: Keys, patterns: KeyPatterns): boolean =>
  Object.values(patterns).some((pattern) => {
    const keys = Object.entries(pattern)
    if (!keys[0] || filter[keys[0][0]] === undefined) return false
    const begins = keys.findIndex(([name]) => !isFixed(filter[name]))
    return keys.some((_, at) => at <= (begins < 0 ? keys.length : begins) && isInOrder(keys.slice(at), sort))
  })

function isInOrder(keys: readonly (readonly [string, unknown])[], sort: Keys): boolean {
  const wanted = Object.entries(sort)
  const turned = wanted.map(([name, direction], at) =>
    keys[at]?.[0] === name ? Number(direction) * Number(keys[at]?.[1]) : 0,
  )
  return turned.every((turn) => turn === 1) || turned.every((turn) => turn === -1)
}

function isFixed(value: unknown): boolean {
  if (value === undefined) return false
  if (value === null || typeof value !== 'object') return true
  return Object.keys(value).every((name) => name === '$eq' || name === '$all' || !name.startsWith('$'))
}
