import { availability as availabilities, type Availability, type DutyView } from '@suixing/contracts'
import { Segmented } from 'antd'
import { roleWords } from '../session/role-words'
import { EmptyState } from '../states/empty-state'
import { availabilityWords } from './duty-words'

/** The team with role, when each is there, whether they are now, and what they have open. */
export function MembersPanel({
  members,
  availability,
  mistake,
  onChange,
}: {
  members: DutyView['members']
  availability: Readonly<Record<string, Availability>>
  mistake: string | undefined
  onChange: (availability: Readonly<Record<string, Availability>>) => void
}) {
  return (
    <section className="panel" aria-label="成员">
      <div className="panel-head">
        <h3>成员</h3>
        <span className="second">{members.length}</span>
        {mistake ? <span className="end caption ink-urgent">{mistake}</span> : null}
      </div>
      {members.length === 0 ? <EmptyState title="项目里还没有成员" detail="请管理员先把同事加进项目。" /> : null}
      {members.map(({ id, name, title, role, onDuty, open }) => (
        <div key={id} className="line-row" style={{ minHeight: 50 }}>
          <i className={onDuty ? 'duty-dot on' : 'duty-dot'} aria-hidden="true" />
          <span style={{ width: 200 }} className="ellipsis">
            <b>{name}</b> <span className="caption">{title || roleWords[role]}</span>
          </span>
          <span className="second nowrap" style={{ width: 64 }}>
            {onDuty ? '在岗' : '不在岗'}
          </span>
          <span className="second nowrap">手上 {open} 个</span>
          <Segmented<Availability>
            className="end"
            size="small"
            aria-label={`${name}什么时候在`}
            value={availability[id] ?? 'off'}
            options={availabilities.options.map((value) => ({ value, label: availabilityWords[value] }))}
            onChange={(value) => onChange({ ...availability, [id]: value })}
          />
        </div>
      ))}
    </section>
  )
}
