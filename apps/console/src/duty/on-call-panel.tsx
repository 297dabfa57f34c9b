import type { DutyView } from '@suixing/contracts'
import { Select } from 'antd'
import { roleWords } from '../session/role-words'

/** The named person whom everything that nobody takes ends at. */
export function OnCallPanel({
  members,
  onCall,
  mistake,
  onChange,
}: {
  members: DutyView['members']
  onCall: string | null
  mistake: string | undefined
  onChange: (onCall: string) => void
}) {
  return (
    <section className="panel" aria-label="兜底的人">
      <div className="panel-head">
        <h3>兜底的人</h3>
        <span className="end caption">必选</span>
      </div>
      <p className="second" style={{ marginBottom: 8 }}>
        一级级都没人接手时，最后找这一位，不论几点。
      </p>
      <Select
        style={{ width: '100%' }}
        aria-label="兜底的人"
        placeholder="选一位"
        {...(mistake ? { status: 'error' as const } : {})}
        value={onCall}
        options={members.map(({ id, name, title, role }) => ({
          value: id,
          label: `${name} · ${title || roleWords[role]}`,
        }))}
        onChange={onChange}
      />
      {mistake ? <div className="caption ink-urgent">{mistake}</div> : null}
    </section>
  )
}
