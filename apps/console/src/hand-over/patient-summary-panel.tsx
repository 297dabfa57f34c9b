import type { PatientSummary } from '@suixing/contracts'
import { rangeBar } from '@suixing/charts'
import { DrawingSvg } from '../glucose/drawing-svg'
import { glucoseWords } from '../glucose/glucose-words'
import { levelLook } from '../glucose/level-look'
import { countWords } from '../look/number-words'
import { useBoxWidth } from '../look/use-box-width'
import { StatusTag } from '../patients/status-tag'
import { nearWords } from '../time/time-words'

/** Who one answers: status and day, therapy, physician, tags, the latest reading and the share of each range. */
export function PatientSummaryPanel({ summary, now }: { summary: PatientSummary; now: string }) {
  const [box, width] = useBoxWidth<HTMLDivElement>(264)
  const { latest, counts } = summary
  const total = counts ? Object.values(counts).reduce((sum, count) => sum + count, 0) : 0
  const rows: [string, string | null][] = [
    ['治疗', summary.therapy],
    ['确诊', summary.diagnosisYear === null ? null : `${summary.diagnosisYear} 年`],
    ['负责医生', summary.physician],
  ]
  const look = latest ? levelLook[latest.level] : null
  return (
    <section className="side-part" aria-label="患者摘要">
      <div className="row gap8">
        <h3>患者</h3>
        <StatusTag status={summary.status} />
        {summary.dayNumber === null ? null : <span className="end caption">入组第 {summary.dayNumber} 天</span>}
      </div>
      <dl>
        {rows.map(([term, value]) => (
          <div key={term} className="summary-row">
            <dt>{term}</dt>
            <dd>{value ?? '没填'}</dd>
          </div>
        ))}
        <div className="summary-row">
          <dt>最近血糖</dt>
          <dd>
            {latest && look ? (
              <>
                <b>{glucoseWords(latest.glucose)}</b>{' '}
                <span className={`level ${look.className}`}>
                  <look.Icon
                    size={latest.level === 'inRange' ? 9 : 14}
                    fill={latest.level === 'inRange' ? 'currentColor' : 'none'}
                    strokeWidth={2.2}
                    aria-hidden="true"
                  />
                  {look.word}
                </span>
                <span className="caption" style={{ display: 'block' }}>
                  {nearWords(latest.at, now)}
                </span>
              </>
            ) : (
              '还没有'
            )}
          </dd>
        </div>
      </dl>
      <div ref={box}>
        {counts && total > 0 ? (
          <>
            <DrawingSvg drawing={rangeBar({ width, height: 10, counts, gap: 3 })} label="各范围所占的份额" />
            <div className="caption">
              目标内 {countWords(counts.inRange)} / {countWords(total)} 次
            </div>
          </>
        ) : null}
      </div>
      {summary.tags.length > 0 ? (
        <div className="row gap4 wrap" style={{ marginTop: 8 }}>
          {summary.tags.map((tag) => (
            <span key={tag} className="tag brand">
              {tag}
            </span>
          ))}
        </div>
      ) : null}
    </section>
  )
}
