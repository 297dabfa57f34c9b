import type { ConversationRow } from '@suixing/contracts'
import { Moon, TriangleAlert } from 'lucide-react'
import { NavLink } from 'react-router-dom'
import { speakerWords } from '../conversation/author-words'
import { conversationLook, handOverWords } from '../conversation/conversation-words'
import { sinceWords } from '../time/span-words'
import { nearWords } from '../time/time-words'
import { patientWords } from './patient-words'

/** One conversation of the list: who, how long they wait, the last words, who has it. */
export function InboxRow({ row, now, search }: { row: ConversationRow; now: string; search: string }) {
  const { waitingSince, last, urgent } = row
  const state = row.because && row.state !== 'assistant' ? handOverWords[row.because].word : null
  return (
    <li>
      <NavLink
        to={{ pathname: `/conversations/${row.id}`, search }}
        className={({ isActive }) =>
          ['inbox-row', isActive ? 'active' : '', urgent ? 'urgent' : ''].filter(Boolean).join(' ')
        }
      >
        <span className="row gap4">
          <b className="ellipsis">{patientWords(row.patient).name}</b>
          <span className="caption nowrap">{patientWords(row.patient).about}</span>
          {waitingSince ? (
            <b className={`end caption nowrap ${urgent ? 'ink-urgent' : 'ink-warn'}`}>
              等了 {sinceWords(waitingSince, now)}
            </b>
          ) : (
            <span className="end caption nowrap">{last ? nearWords(last.at, now) : ''}</span>
          )}
        </span>
        <span className="row gap8">
          <span className="second ellipsis grow">
            {waitingSince && row.waitingFor
              ? `问：${row.waitingFor}`
              : last
                ? `${speakerWords(last.author)}：${last.text}`
                : '还没有说过话'}
          </span>
          {row.unread > 0 ? (
            <span className="unread" aria-label={`${row.unread} 条未读`}>
              {row.unread > 99 ? '99+' : row.unread}
            </span>
          ) : null}
        </span>
        <span className="row gap4 inbox-foot">
          {urgent ? (
            <span className="tag bad">
              <TriangleAlert size={12} strokeWidth={2} />
              紧急
            </span>
          ) : null}
          <span className={`tag ${conversationLook[row.state].tone}`}>
            {conversationLook[row.state].word}
            {state && !urgent ? ` · ${state}` : ''}
          </span>
          {row.snoozedUntil ? (
            <span className="tag">
              <Moon size={12} strokeWidth={2} />
              搁置到{nearWords(row.snoozedUntil, now)}
            </span>
          ) : null}
          {row.labels.map((label) => (
            <span key={label} className="tag">
              {label}
            </span>
          ))}
          <span className="end caption nowrap">{row.assignedTo ? row.assignedTo.name : '未分配'}</span>
        </span>
      </NavLink>
    </li>
  )
}
