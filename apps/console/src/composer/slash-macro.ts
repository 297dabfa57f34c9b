/** A 「/」 with the beginning of a macro's title behind it: where it stands in the text, and what was typed of the title. */
export interface SlashRange {
  readonly from: number
  readonly to: number
  readonly typed: string
}

/** The slash the caret stands behind, when it opens a line or follows a space; null otherwise (as in 「130/80」). */
export function slashAt(text: string, caret: number): SlashRange | null {
  const before = text.slice(0, caret)
  const found = /(?:^|\s)(\/|／)([^\s/／]{0,20})$/.exec(before)
  if (!found) return null
  const typed = found[2] ?? ''
  return { from: caret - typed.length - 1, to: caret, typed }
}

/** Ready sentences whose title or text holds what was typed; titles that begin with it come first. */
export function matching<Macro extends { readonly title: string; readonly text: string }>(
  macros: readonly Macro[],
  typed: string,
): Macro[] {
  const rank = ({ title, text }: Macro) =>
    title.startsWith(typed) ? 0 : title.includes(typed) ? 1 : text.includes(typed) ? 2 : 3
  return macros.filter((macro) => rank(macro) < 3).sort((a, b) => rank(a) - rank(b))
}

/** The text with the slash and what was typed replaced by a ready sentence, and where the caret stands then. */
export const filledIn = (text: string, { from, to }: SlashRange, sentence: string) => ({
  text: text.slice(0, from) + sentence + text.slice(to),
  caret: from + sentence.length,
})
