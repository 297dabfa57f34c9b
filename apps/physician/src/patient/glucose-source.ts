import type { GlucoseView } from '@suixing/contracts'

/** Where the readings come from, and how much of the time they cover: 「动态 · 佩戴 93%」, 「血糖仪 · 32 次」. */
export const glucoseSource = ({
  source,
  summary,
  total,
}: Pick<GlucoseView, 'source' | 'summary' | 'total'>): string => {
  const wear = summary.wearPercent === null ? '' : ` · 佩戴 ${Math.round(summary.wearPercent)}%`
  switch (source) {
    case 'none':
      return '没有读数'
    case 'smbg':
      return `血糖仪 · ${total} 次`
    case 'cgm':
      return `动态${wear}`
    case 'mixed':
      return `动态和血糖仪${wear}`
  }
}
