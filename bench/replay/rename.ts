import { derivedId } from '../../functions/src/platform/identifier'

export type Document = Readonly<Record<string, unknown>>

/**
 * WeCom numbers messages in the order in which it takes them, so ids differ from run to run: what stands for a line of the file is called
 * by that line, and so is what the product derives from it. Everything else keeps its id.
 */
export function renamer(
  idOfLine: ReadonlyMap<number, string>,
  messages: readonly Document[],
): (value: unknown) => unknown {
  const names = new Map<string, string>()
  const name = (id: string, as: string): void => {
    names.set(id, as)
    const handOver = derivedId('ho', id)
    names.set(handOver, `hand-over of ${as}`)
    names.set(derivedId('cl', handOver), `closing of ${as}`)
    names.set(derivedId('as', id), `answer to ${as}`)
    names.set(derivedId('me', id), `file of ${as}`)
  }
  for (const [line, id] of idOfLine) name(id, `line ${line}`)
  for (const { _id } of messages) if (!names.has(String(_id))) name(String(_id), String(_id))
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(/[A-Za-z0-9_-]{20,}/g, (id) => names.get(id) ?? id)
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one)]))
    return value
  }
  return renamed
}
