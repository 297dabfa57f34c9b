import type { DutyView } from '@suixing/contracts'
import { Checkbox, Select } from 'antd'
import { minuteOfDayWords } from '../time/time-words'
import type { DutyField } from './duty-draft'
import { weekdayWords, workdayWords } from './duty-words'

type Hours = DutyView['hours']
const half = (minutes: readonly number[], own: number) =>
  [...new Set([...minutes, own])].sort((a, b) => a - b).map((value) => ({ value, label: minuteOfDayWords(value) }))
const all = Array.from({ length: 49 }, (_, index) => index * 30)

/** Working days and hours, in the programme's wall clock. */
export function HoursPanel({
  hours,
  mistakes,
  onChange,
}: {
  hours: Hours
  mistakes: Partial<Record<DutyField, string>>
  onChange: (hours: Hours) => void
}) {
  return (
    <section className="panel" aria-label="上班时间">
      <div className="panel-head">
        <h3>上班时间</h3>
        <span className="end caption">
          {workdayWords(hours.workdays)} {minuteOfDayWords(hours.from)}–{minuteOfDayWords(hours.to)} ·
          节假日和调休按国家公布的安排
        </span>
      </div>
      <div className="row gap16 wrap">
        <Checkbox.Group
          value={hours.workdays}
          options={weekdayWords.map((label, index) => ({ label, value: index + 1 }))}
          onChange={(workdays) => onChange({ ...hours, workdays })}
        />
        <span className="row gap8">
          <Select
            style={{ width: 96 }}
            aria-label="上班"
            value={hours.from}
            options={half(all.slice(0, -1), hours.from)}
            onChange={(from) => onChange({ ...hours, from })}
          />
          到
          <Select
            style={{ width: 96 }}
            aria-label="下班"
            value={hours.to}
            options={half(all.slice(1), hours.to)}
            onChange={(to) => onChange({ ...hours, to })}
          />
        </span>
      </div>
      {mistakes.workdays ? <div className="caption ink-urgent">{mistakes.workdays}</div> : null}
      {mistakes.hours ? <div className="caption ink-urgent">{mistakes.hours}</div> : null}
    </section>
  )
}
