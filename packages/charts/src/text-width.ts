/**
 * A generous estimate of how wide a text is drawn: a full square for Chinese, 0.6 of it for anything else. Geometry has
 * no fonts to measure with, and only needs to know that labels keep clear of one another.
 */
export function textWidth(text: string, size: number): number {
  let squares = 0
  for (const character of text) squares += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.6
  return squares * size
}
