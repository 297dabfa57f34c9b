import type { ProgrammePage } from '@suixing/contracts'
import { EmptyState } from '../states/empty-state'

/** Rules that give tags, in the words of the ward, each with its version. */
export function TagRulePanel({ rules }: { rules: ProgrammePage['tagRules'] }) {
  return (
    <section className="panel" aria-label="标签规则">
      <div className="panel-head">
        <h3>标签规则</h3>
        <span className="second">{rules.length}</span>
      </div>
      {rules.length === 0 ? <EmptyState title="还没有标签规则" /> : null}
      {rules.map((rule) => (
        <div key={rule.id} className="line-row" style={{ minHeight: 44 }}>
          <span style={{ width: 150 }}>
            <span className="tag brand">{rule.tag}</span>
          </span>
          <span className="second grow">{rule.says}</span>
          <span className="caption nowrap">
            {rule.id} · 第 {rule.version} 版
          </span>
        </div>
      ))}
    </section>
  )
}
