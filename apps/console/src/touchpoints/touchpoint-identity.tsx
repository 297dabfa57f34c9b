import type { TouchpointView } from '@suixing/contracts'
import { channelWords } from './channel-words'
import { topicWords } from './topic-words'

/** What makes this touchpoint itself: it is one contact, however often a plan is changed. */
export function TouchpointIdentity({ touchpoint }: { touchpoint: TouchpointView }) {
  const rows: [string, string][] = [
    ['触点', touchpoint.id],
    ['计划 · 版本', `${touchpoint.planTitle} · ${touchpoint.planVersion}`],
    ['步骤 · 次序', `${touchpoint.stepTitle} · ${touchpoint.ordinal}`],
    ['主题', topicWords[touchpoint.topic]],
    ['渠道', touchpoint.channel ? channelWords(touchpoint.channel) : '到点时再选'],
    ['会重复吗', '不会，同一触点只发一次'],
  ]
  return (
    <section className="panel" aria-label="身份">
      <h3 style={{ marginBottom: 8 }}>身份</h3>
      <dl>
        {rows.map(([term, value]) => (
          <div key={term} className="definition">
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
