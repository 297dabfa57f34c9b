import type { GlucoseView } from '@suixing/contracts'

const one = (value: number | null, unit: string): string | null => (value === null ? null : `${value.toFixed(1)}${unit}`)

/** Mean, variation, GMI and wear, as far as there is enough data for each. */
export function GlucoseFigures({ summary }: { summary: GlucoseView['summary'] }) {
  const figures = [
    { value: one(summary.meanMmolPerL, ''), word: '均值 mmol/L' },
    { value: one(summary.standardDeviationMmolPerL, ''), word: '标准差 mmol/L' },
    { value: one(summary.coefficientOfVariationPercent, '%'), word: '变异 CV' },
    { value: one(summary.glucoseManagementIndicatorPercent, '%'), word: 'GMI' },
    { value: one(summary.wearPercent, '%'), word: '佩戴' },
  ].filter(({ value }) => value !== null)
  return (
    <div className="row figures">
      {figures.map(({ value, word }) => (
        <span key={word}>
          <b>{value}</b> <span className="caption">{word}</span>
        </span>
      ))}
      {summary.sufficient ? null : <span className="end tag warn">数据还不够，只供参考</span>}
    </div>
  )
}
