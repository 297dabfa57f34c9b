import type { ProgrammePage } from '@suixing/contracts'
import { countWords, percent } from '../look/number-words'
import { programmeRates, type Rate } from './programme-rates'

function RateTile({ title, part, whole, of }: Rate) {
  const share = percent(part, whole)
  return (
    <div className="panel grow rate-tile">
      <div className="second">{title}</div>
      <div className="figure">
        {share === null ? '—' : share.toFixed(1)}
        {share === null ? null : <small>%</small>}
      </div>
      <div className="bar" aria-hidden="true">
        <i style={{ width: `${share ?? 0}%` }} />
      </div>
      <div className="caption">
        {countWords(part)} / {countWords(whole)} {of}
      </div>
    </div>
  )
}

/** The first row: every rate with n / N beneath it, and the scans of all contact QR codes. */
export function RateRow({ programme }: { programme: ProgrammePage }) {
  const scans = programme.contactWays.reduce((sum, way) => sum + way.scans, 0)
  return (
    <div className="row gap12 stretch" style={{ marginBottom: 12 }}>
      {programmeRates(programme).map((rate) => (
        <RateTile key={rate.title} {...rate} />
      ))}
      <div className="panel grow rate-tile">
        <div className="second">扫码加好友</div>
        <div className="figure">
          {countWords(scans)}
          <small>次</small>
        </div>
        <div className="caption" style={{ marginTop: 'auto' }}>
          {programme.contactWays.length} 个联系码
        </div>
      </div>
    </div>
  )
}
