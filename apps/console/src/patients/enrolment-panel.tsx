import type { ConsolePatientPage } from '@suixing/contracts'
import { Check } from 'lucide-react'
import { nearWords } from '../time/time-words'
import { StatusTag } from './status-tag'
import { statusLook } from './status-words'

const scopes: Record<string, string> = { care: '照护', research: '研究' }

/** Each enrolment: programme, physician, consent by version and scope, and how its status came about. */
export function EnrolmentPanel({ patient }: { patient: ConsolePatientPage }) {
  const { enrolments, now, timeZone } = patient
  return (
    <section className="panel" aria-label="入组">
      {enrolments.map((enrolment, index) => (
        <div key={enrolment.id} style={index > 0 ? { marginTop: 16 } : {}}>
          <div className="panel-head">
            <h3>入组</h3>
            <StatusTag status={enrolment.status} />
            <span className="end caption ellipsis">{enrolment.programmeName}</span>
          </div>
          <dl style={{ marginBottom: 12 }}>
            <div className="definition">
              <dt>负责医生</dt>
              <dd>{enrolment.physician ? `${enrolment.physician.name} ${enrolment.physician.title}` : '还没有'}</dd>
            </div>
            <div className="definition">
              <dt>知情同意</dt>
              <dd>
                {enrolment.consent
                  ? `${enrolment.consent.version} 版 · ${enrolment.consent.scopes.map((scope) => scopes[scope] ?? scope).join('、')} · ${nearWords(enrolment.consent.at, now, timeZone)}`
                  : '还没有同意'}
              </dd>
            </div>
          </dl>
          <ol className="steps">
            {enrolment.history.map((step) => (
              <li key={`${step.at}-${step.status}`} className="step">
                <span className={`disc ${statusLook[step.status].tone}`}>
                  <Check size={15} strokeWidth={2} />
                </span>
                <div className="grow">
                  <div className="row">
                    <b>{statusLook[step.status].word}</b>
                    <time className="end caption" dateTime={step.at}>
                      {nearWords(step.at, now, timeZone)}
                    </time>
                  </div>
                  <div className="second">{step.why}</div>
                </div>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}
