/** As many pairs as one text is found by; longer ones are found by their beginning. */
const MOST = 600

/**
 * Pairs of neighbouring letters of a text, each once: an index over them finds any piece of two or more letters, in Chinese too,
 * which has no words to split. Width, case, spaces and punctuation make no difference.
 */
export function textGrams(text: string): string[] {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, ''),
  ].slice(0, MOST)
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < letters.length; at++) pairs.add(`${letters[at] ?? ''}${letters[at + 1] ?? ''}`)
  return [...pairs]
}
