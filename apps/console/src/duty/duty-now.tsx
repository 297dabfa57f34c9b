import type { DutyView } from '@suixing/contracts'
import { roleWords } from '../session/role-words'
import { nearWords } from '../time/time-words'

/** Whether the team is open, who is there, and when it opens next. */
export function DutyNow({ duty, now }: { duty: DutyView; now: string }) {
  const there = duty.members.filter(({ onDuty }) => onDuty)
  return (
    <section className="panel" aria-label="现在谁在">
      <div className="panel-head">
        <h3>现在谁在</h3>
        <span className={`end tag ${duty.openNow ? 'ok' : 'warn'}`}>{duty.openNow ? '上班中' : '不在上班时间'}</span>
      </div>
      {!duty.openNow ? (
        <p className="second" style={{ marginBottom: 8 }}>
          {duty.opensAt
            ? `${nearWords(duty.opensAt, now)} 开始上班，患者会看到这个时间。`
            : '不知道下次什么时候上班，请检查上班时间。'}
        </p>
      ) : null}
      {there.length === 0 ? (
        <p className="second" style={{ marginBottom: 8 }}>
          没有人在岗，找人的对话会等着。
        </p>
      ) : null}
      {there.map(({ id, name, title, role, open }) => (
        <div key={id} className="line-row" style={{ minHeight: 42 }}>
          <span className="avatar">{name.slice(0, 1)}</span>
          <b>{name}</b>
          <span className="caption ellipsis">{title || roleWords[role]}</span>
          <span className="end second nowrap">手上 {open} 个</span>
        </div>
      ))}
    </section>
  )
}
