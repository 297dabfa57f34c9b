/** 1284 → 「1,284」 */
export const countWords = (count: number): string => count.toLocaleString('zh-CN')

/** n of N as a percentage with one decimal; null when there is nothing to divide by. */
export const percent = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 1000) / 10 : null

/** 「83.0%」, or a dash when there is no denominator; what is there never reads as nothing. */
export const percentWords = (part: number, whole: number): string => {
  const share = percent(part, whole)
  if (share === null) return '—'
  return share === 0 && part > 0 ? '<0.1%' : `${share.toFixed(1)}%`
}
