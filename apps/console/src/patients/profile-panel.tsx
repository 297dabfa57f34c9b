import type { ConsolePatientPage } from '@suixing/contracts'
import { nearWords } from '../time/time-words'
import { identityWords } from './identity-words'
import { optOutWords } from './opt-out-words'
import { preferredHourWords } from './preferred-hour-words'

/** Identities by kind, profile, preferences and opt-outs. */
export function ProfilePanel({ patient }: { patient: ConsolePatientPage }) {
  const { identities, profile, preferences, optOuts, now, timeZone } = patient
  const family = preferences?.family
  const rows: [string, string[]][] = [
    ['身份', identities.map(({ kind, since }) => `${identityWords(kind)} · ${nearWords(since, now, timeZone)}`)],
    ['确诊年份', [profile.diagnosisYear === null ? '没填' : `${profile.diagnosisYear} 年`]],
    ['治疗', [profile.therapy ?? '没填']],
    ['联系时段', [preferences ? preferredHourWords(preferences.hour) : '没选']],
    ['联系方式', [preferences ? (preferences.channel === 'wechat' ? '微信' : '电话') : '没选']],
    ['家属', [family ? `${family.name}（${family.relation}）${family.notify ? ' · 一起通知' : ' · 不通知'}` : '没有']],
    [
      '退订',
      optOuts.length === 0
        ? ['没有退订']
        : optOuts.map((optOut) => `${optOutWords(optOut)} · ${nearWords(optOut.at, now, timeZone)}`),
    ],
    ['时区', [timeZone]],
  ]
  return (
    <section className="panel" aria-label="资料">
      <h3 style={{ marginBottom: 8 }}>资料与偏好</h3>
      <dl>
        {rows.map(([term, values]) => (
          <div key={term} className="definition">
            <dt>{term}</dt>
            <dd>
              {values.map((value) => (
                <div key={value}>{value}</div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
