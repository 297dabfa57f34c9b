import type { FaqEntry } from '@suixing/contracts'
import { canonical } from './normalise'

/** How sure one must be to answer without a person. Set on the shipped questions; see `matcher.test.ts`. */
export const ANSWER_THRESHOLD = 0.62

export interface Candidate {
  readonly entry: FaqEntry
  /** 0–1: cosine of TF-IDF vectors of character 1- and 2-grams. */
  readonly score: number
  readonly wording: string
}
export type Matcher = (question: string) => readonly Candidate[]
type Vector = ReadonlyMap<string, number>

/**
 * Prepares a FAQ for matching: every wording (question and similar questions) becomes a TF-IDF vector of character 1- and 2-grams
 * (Salton & Buckley 1988, sublinear term frequency). Candidates come best first, one an entry.
 */
export function prepareMatcher(faq: readonly FaqEntry[]): Matcher {
  const wordings = faq.flatMap((entry) =>
    [entry.question, ...entry.similar].map((wording) => ({ entry, wording, grams: countGrams(canonical(wording)) })),
  )
  const documents = new Map<string, number>()
  for (const { grams } of wordings) for (const gram of grams.keys()) documents.set(gram, (documents.get(gram) ?? 0) + 1)
  const weight = (gram: string): number =>
    Math.log(1 + wordings.length / ((documents.get(gram) ?? 0) + 1)) * (gram.length === 1 ? 0.4 : 1)
  const indexed = wordings.map(({ entry, wording, grams }) => ({ entry, wording, vector: unit(grams, weight) }))
  return (question) => {
    const asked = unit(countGrams(canonical(question)), weight)
    const best = new Map<string, Candidate>()
    for (const { entry, wording, vector } of indexed) {
      const score = cosine(asked, vector)
      if (score > (best.get(entry.id)?.score ?? 0)) best.set(entry.id, { entry, score, wording })
    }
    return [...best.values()].sort((a, b) => b.score - a.score || a.entry.id.localeCompare(b.entry.id))
  }
}

function countGrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const characters = [...text]
  characters.forEach((character, at) => {
    for (const gram of [character, character + (characters[at + 1] ?? '')]) {
      if (gram.length > 0) counts.set(gram, (counts.get(gram) ?? 0) + 1)
    }
  })
  return counts
}

function unit(grams: ReadonlyMap<string, number>, weight: (gram: string) => number): Vector {
  const vector = new Map(
    [...grams].map(([gram, count]): [string, number] => [gram, (1 + Math.log(count)) * weight(gram)]),
  )
  const length = Math.hypot(...vector.values())
  return length === 0 ? vector : new Map([...vector].map(([gram, value]) => [gram, value / length]))
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0
  for (const [gram, value] of a.size < b.size ? a : b) sum += value * ((a.size < b.size ? b : a).get(gram) ?? 0)
  return sum
}
