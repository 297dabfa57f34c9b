import type { ConsolePatientPage } from '@suixing/contracts'
import { EmptyState } from '../states/empty-state'
import { nearWords } from '../time/time-words'

type PatientTag = ConsolePatientPage['tags'][number]

const wecomLook: Record<PatientTag['wecom']['state'], { readonly word: string; readonly tone: string }> = {
  pending: { word: '正在写进企业微信', tone: 'brand' },
  written: { word: '已写进企业微信', tone: 'ok' },
  failed: { word: '没写进企业微信', tone: 'bad' },
  'no-friend': { word: '没有好友可写', tone: 'warn' },
}
const provenanceWords = ({ kind, ruleVersion }: PatientTag['provenance']): string =>
  kind === 'rule' ? `由规则第 ${ruleVersion ?? '?'} 版打上` : kind === 'person' ? '由人添加' : '来自企业微信'

/** Tags with where each comes from, in whose words, and whether WeCom has it. */
export function TagPanel({ patient }: { patient: ConsolePatientPage }) {
  const { tags, now, timeZone } = patient
  return (
    <section className="panel" aria-label="标签" id="tags">
      <div className="panel-head">
        <h3>标签</h3>
        <span className="second">{tags.length}</span>
      </div>
      {tags.length === 0 ? <EmptyState title="还没有标签" detail="入组和读数会按规则打上标签。" /> : null}
      {tags.map((tag) => {
        const { word, tone } = wecomLook[tag.wecom.state]
        return (
          <div key={tag.id} style={{ padding: '10px 0', borderTop: '1px solid var(--line)' }}>
            <div className="row gap8">
              <span className="tag brand">{tag.name}</span>
              <span className="caption ellipsis">{tag.group}</span>
              <span className={`end tag ${tone}`}>{word}</span>
            </div>
            <div className="second" style={{ marginTop: 4 }}>
              {tag.provenance.says}
            </div>
            <div className="caption">
              {provenanceWords(tag.provenance)} · {nearWords(tag.since, now, timeZone)}起
              {tag.wecom.at ? ` · ${nearWords(tag.wecom.at, now, timeZone)} 写入` : ''}
            </div>
            {tag.wecom.why ? <div className="caption ink-urgent">{tag.wecom.why}</div> : null}
          </div>
        )
      })}
    </section>
  )
}
