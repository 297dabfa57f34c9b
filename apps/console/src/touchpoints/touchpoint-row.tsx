import type { TouchpointView } from '@suixing/contracts'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { nearWords } from '../time/time-words'
import { channelWords } from './channel-words'
import { GateList } from './gate-list'
import { TouchpointChip } from './touchpoint-chip'
import { TouchpointHistory } from './touchpoint-history'

/** One touchpoint: when, what, state with reason; opens into its history and the gates of its last decision. */
export function TouchpointRow({
  touchpoint,
  patientId,
  now,
  timeZone,
}: {
  touchpoint: TouchpointView
  patientId: string
  now: string
  timeZone: string
}) {
  const [open, setOpen] = useState(false)
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <li className="touchpoint" id={touchpoint.id}>
      <button type="button" className="touchpoint-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Chevron size={15} color="var(--ink-3)" />
        <time className="touchpoint-due" dateTime={touchpoint.due}>
          {nearWords(touchpoint.due, now, timeZone)}
        </time>
        <span className="touchpoint-title ellipsis">
          {touchpoint.stepTitle}
          <span className="caption">
            {' '}
            {touchpoint.planTitle}
            {touchpoint.ordinal > 1 ? ` · 第 ${touchpoint.ordinal} 次` : ''}
          </span>
        </span>
        <span className="caption nowrap">{touchpoint.channel ? channelWords(touchpoint.channel) : ''}</span>
        <TouchpointChip touchpoint={touchpoint} />
      </button>
      {open ? (
        <div className="touchpoint-body">
          <div style={{ flex: '5 1 0', minWidth: 0 }}>
            <h4>经过</h4>
            <TouchpointHistory touchpoint={touchpoint} now={now} timeZone={timeZone} />
          </div>
          <div style={{ flex: '6 1 0', minWidth: 0 }}>
            <h4 className="row">
              决定是怎么做出来的
              <Link
                className="end"
                style={{ fontWeight: 400 }}
                to={`/patients/${patientId}/touchpoints/${touchpoint.id}`}
              >
                单独看这一条
              </Link>
            </h4>
            {touchpoint.gates ? (
              <GateList gates={touchpoint.gates} density="row" />
            ) : (
              <div className="second">还没到点，还没有做过决定。</div>
            )}
          </div>
        </div>
      ) : null}
    </li>
  )
}
