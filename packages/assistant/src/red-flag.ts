/** Something in a patient's words that always reaches a person. */
export interface RedFlag {
  readonly id: string
  readonly says: { readonly zh: string; readonly en: string }
  /** The patient's words that raised it, in half width and lower case, for the person who is told. Never leaves authenticated pages. */
  readonly evidence: string
}

/** Port: what finds red flags in a message. One flag an id, in a fixed order. */
export interface RedFlagList {
  find(text: string): RedFlag[]
}

/** One red flag of a list: what it is called, and what raises it in a text as `plainText` writes it. */
export interface RedFlagRule {
  readonly id: string
  readonly says: RedFlag['says']
  /** The words that raise it; null when nothing does. `written` is the message itself, in half width and trimmed. */
  evidence(plain: string, written: string): string | null
}

/** A list from its rules, asked in their order. */
export const redFlagList = (rules: readonly RedFlagRule[]): RedFlagList => ({
  find(text) {
    const plain = plainText(text)
    const written = text.normalize('NFKC').trim()
    return rules.flatMap(({ id, says, evidence }) => {
      const found = evidence(plain, written)
      return found === null ? [] : [{ id, says, evidence: found }]
    })
  },
})

/** Half width and lower case; spaces stay only between digits or letters, where they part two of them. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<![\da-z]) | (?![\da-z])/g, '')
