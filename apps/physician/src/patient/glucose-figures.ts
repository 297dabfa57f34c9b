import type { GlucoseView } from '@suixing/contracts'

export interface Figure {
  readonly value: string
  readonly label: string
}

/** The figures under the chart that are real, and a sentence for those that are not. */
export interface GlucoseFigures {
  readonly figures: readonly Figure[]
  readonly missing?: string
}

/**
 * Mean, GMI and CV when the summary holds them. GMI is defined for continuous data only (Bergenstal 2018), and all
 * three ask for enough of it, so a gap is explained instead of filled.
 */
export const glucoseFigures = ({
  summary,
  source,
  total,
}: Pick<GlucoseView, 'summary' | 'source' | 'total'>): GlucoseFigures => {
  const figures: Figure[] = []
  if (summary.meanMmolPerL !== null) figures.push({ value: summary.meanMmolPerL.toFixed(1), label: '均值' })
  if (summary.glucoseManagementIndicatorPercent !== null)
    figures.push({ value: `${summary.glucoseManagementIndicatorPercent.toFixed(1)}%`, label: 'GMI' })
  if (summary.coefficientOfVariationPercent !== null)
    figures.push({ value: `${Math.round(summary.coefficientOfVariationPercent)}%`, label: '变异 CV' })
  if (figures.length === 3) return { figures }
  return { figures, missing: whyMissing(source, summary.wearPercent, total, figures) }
}

const whyMissing = (
  source: GlucoseView['source'],
  wear: number | null,
  total: number,
  figures: readonly Figure[],
): string => {
  const missing = ['均值', 'GMI', '变异 CV']
    .filter((label) => !figures.some((figure) => figure.label === label))
    .join('、')
    .replace('变异 ', '')
  if (total === 0) return '这段时间没有读数。'
  if (source === 'smbg')
    return missing === 'GMI'
      ? 'GMI 要动态血糖，血糖仪的读数算不出。'
      : `血糖仪的 ${total} 个读数还算不出${spaced(missing)}。`
  if (wear !== null && wear < 70) return `佩戴 ${Math.round(wear)}%，不到 70%，先不算${spaced(missing)}。`
  return `数据还不够，先不算${spaced(missing)}。`
}

/** Latin letters stand off from the Chinese before them. */
const spaced = (words: string): string => (/^[A-Z]/.test(words) ? ` ${words}` : words)
