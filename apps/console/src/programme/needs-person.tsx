import type { ProgrammePage } from '@suixing/contracts'
import {
  ChevronRight,
  CircleHelp,
  Inbox,
  MessageSquareText,
  Tag,
  TriangleAlert,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import { Link } from 'react-router-dom'
import { countWords } from '../look/number-words'
import { patientNeeds } from '../patients/patient-needs'

type Kind = ProgrammePage['needsPerson'][number]['kind']
/** Order of urgency; the words are those of the list each leads to. What is stuck in the inbox has no patient yet, so no list. */
const kinds: readonly {
  readonly kind: Kind
  readonly Icon: LucideIcon
  readonly word: string
  readonly note?: string
}[] = [
  { kind: 'waiting-reply', Icon: MessageSquareText, word: patientNeeds['waiting-reply'] },
  { kind: 'failed-touchpoint', Icon: TriangleAlert, word: patientNeeds['failed-touchpoint'] },
  { kind: 'uncertain-touchpoint', Icon: CircleHelp, word: patientNeeds['uncertain-touchpoint'] },
  { kind: 'touchpoint-for-person', Icon: UserRound, word: patientNeeds['touchpoint-for-person'] },
  { kind: 'tag-not-written', Icon: Tag, word: patientNeeds['tag-not-written'] },
  { kind: 'inbox-stuck', Icon: Inbox, word: '后台有事卡住了', note: '请告诉管理员' },
]

/** What waits for a person, most pressing first; each leads to the patients it is about. */
export function NeedsPerson({ programme }: { programme: ProgrammePage }) {
  const counts = new Map(programme.needsPerson.map(({ kind, count }) => [kind, count]))
  const total = programme.needsPerson.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className="panel" style={{ flex: '396 1 0', paddingBottom: 6 }} aria-label="需要人处理">
      <div className="panel-head">
        <h3>需要人处理</h3>
        <span className="end second">{countWords(total)}</span>
      </div>
      {kinds.map(({ kind, Icon, word, note }) => {
        const count = counts.get(kind) ?? 0
        const inner = (
          <>
            <Icon size={18} strokeWidth={1.7} color={count > 0 ? 'var(--ink-2)' : 'var(--ink-4)'} />
            <span className={count > 0 ? '' : 'ink-3'}>{word}</span>
            {note && count > 0 ? <span className="caption">{note}</span> : null}
            <b className={count > 0 ? 'end' : 'end ink-3'} style={{ fontSize: 16 }}>
              {countWords(count)}
            </b>
          </>
        )
        return kind === 'inbox-stuck' || count === 0 ? (
          <div key={kind} className="line-row needs-row">
            {inner}
            <span style={{ width: 15 }} />
          </div>
        ) : (
          <Link key={kind} className="line-row needs-row" to={`/patients?programmeId=${programme.id}&needs=${kind}`}>
            {inner}
            <ChevronRight size={15} color="var(--ink-3)" />
          </Link>
        )
      })}
    </section>
  )
}
