import type { ProgrammePage } from '@suixing/contracts'
import { Mark } from '../states/mark'
import { minuteOfDayWords } from '../time/time-words'
import { channelWords } from '../touchpoints/channel-words'
import { anchorWords } from './anchor-words'
import { stepKey } from './step-key'

/** When, by what and with which words a step is sent; the text stands as the patient sees it, names still open. */
export function PlanStepDetail({ programme, stepKey: key }: { programme: ProgrammePage; stepKey: string }) {
  const plan = programme.plans.find((plan) => plan.steps.some((step) => stepKey(plan, step) === key))
  const step = plan?.steps.find((each) => stepKey(plan, each) === key)
  if (!plan || !step) return null
  const { from, to } = programme.quietHours
  const rows: [string, string][] = [
    ['从哪天起', anchorWords(plan.anchor)],
    ['什么时候', step.when],
    ['渠道顺序', step.channels.map(channelWords).join(' › ')],
    ['安静时段', `${minuteOfDayWords(from)}–${minuteOfDayWords(to)} 不发，推迟到之后`],
  ]
  return (
    <section className="panel" aria-label="步骤">
      <h3>{step.title}</h3>
      <div className="caption" style={{ marginBottom: 8 }}>
        {plan.title} · 版本 {plan.version} · 步骤 {plan.steps.indexOf(step) + 1}
      </div>
      <dl>
        {rows.map(([term, value]) => (
          <div key={term} className="definition">
            <dt>{term}</dt>
            <dd style={{ textAlign: 'left' }}>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="preview">
        <Mark size={28} />
        <div className="preview-text">{step.text}</div>
      </div>
      <div className="caption" style={{ marginTop: 8 }}>
        花括号里的，发送时换成患者和医生的名字。
      </div>
    </section>
  )
}
