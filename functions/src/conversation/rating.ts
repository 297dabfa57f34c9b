/** One tap; `rate_<score>_<hand-over>` comes back as the menu id of the tap. */
export const ratingItems = (handOverId: string) => [
  { id: `rate_3_${handOverId}`, text: '帮到我了' },
  { id: `rate_2_${handOverId}`, text: '一般' },
  { id: `rate_1_${handOverId}`, text: '没有帮到' },
]

/** What a tap on such an entry says; null for any other entry of a menu. */
export const ratingOf = (menuId: string): { score: number; handOverId: string } | null => {
  const [, score, handOverId] = /^rate_([123])_(ho_[0-9a-f]+)$/.exec(menuId) ?? []
  return score && handOverId ? { score: Number(score), handOverId } : null
}
