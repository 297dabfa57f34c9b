import type { GlucoseView } from '@suixing/contracts'
import { nearWords } from '../time/time-words'
import { glucoseWords } from './glucose-words'
import { levelLook } from './level-look'

const one = (value: number | null, unit: string): string | null =>
  value === null ? null : `${value.toFixed(1)}${unit}`

/** Mean, variation, GMI and wear, as far as there is enough data for each. */
export function GlucoseFigures({
  summary,
  latest,
  now,
  timeZone,
}: {
  summary: GlucoseView['summary']
  latest: GlucoseView['latest']
  now: string
  timeZone: string
}) {
  const figures = [
    { value: one(summary.meanMmolPerL, ''), word: '均值' },
    { value: one(summary.standardDeviationMmolPerL, ''), word: '标准差' },
    { value: one(summary.coefficientOfVariationPercent, '%'), word: '变异' },
    { value: one(summary.glucoseManagementIndicatorPercent, '%'), word: 'GMI' },
    { value: one(summary.wearPercent, '%'), word: '佩戴' },
  ].filter(({ value }) => value !== null)
  return (
    <div className="row figures">
      {figures.map(({ value, word }) => (
        <span key={word} className="nowrap">
          <b>{value}</b> <span className="caption">{word}</span>
        </span>
      ))}
      {latest ? (
        <span className="caption end nowrap">
          最近 {glucoseWords(latest.glucose)} · {levelLook[latest.level].word} · {nearWords(latest.at, now, timeZone)}
        </span>
      ) : null}
      {summary.sufficient ? null : <span className="tag warn">数据还不够，只供参考</span>}
    </div>
  )
}
