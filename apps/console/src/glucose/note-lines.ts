import type { ImportReport } from './use-import'

const NAMED_LINES = 8

/** One sentence a kind of note: how often, and the first lines it concerns. */
export function noteLines(notes: ImportReport['notes']): string[] {
  const linesOf = new Map<string, number[]>()
  for (const { line, text } of notes) linesOf.set(text, [...(linesOf.get(text) ?? []), line])
  return [...linesOf].map(([text, lines]) => {
    const named = lines.slice(0, NAMED_LINES).join('、')
    return lines.length > NAMED_LINES ? `${text}：第 ${named} 行等 ${lines.length} 行` : `${text}：第 ${named} 行`
  })
}
