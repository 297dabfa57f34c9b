import type { ConversationPage } from '@suixing/contracts'
import { Check, Clock, Megaphone } from 'lucide-react'
import { handOverWords } from '../conversation/conversation-words'
import { sinceWords } from '../time/span-words'
import { nearWords } from '../time/time-words'
import { escalationSteps } from './escalation-steps'

const icons = { past: Megaphone, next: Clock, done: Check } as const
const tones = { past: '', next: 'warn', done: 'ok' } as const
const satisfactions: Record<number, string> = { 1: '不满意', 2: '一般', 3: '满意' }

/** Why people answer now, since when, who was told of it and who is next. Red while it is urgent and nobody has taken it. */
export function HandOverPanel({ page }: { page: ConversationPage }) {
  const { handOver, escalation, conversation, now } = page
  if (!handOver || !conversation) return null
  const steps = escalation ? escalationSteps(escalation, now) : []
  const open = handOver.closedAt === null
  const pressing = handOver.urgent && open && handOver.acknowledgedAt === null
  return (
    <section className={pressing ? 'side-part pressing' : 'side-part'} aria-label="转人工">
      <div className="row gap8">
        <h3 className={pressing ? 'ink-urgent' : ''}>{handOverWords[handOver.because].says}</h3>
      </div>
      {handOver.question ? <blockquote className="second">“{handOver.question}”</blockquote> : null}
      <div className="caption">
        {nearWords(handOver.at, now)}
        {conversation.waitingSince ? ` · 等了 ${sinceWords(conversation.waitingSince, now)}` : ''}
        {handOver.firstReplyAt ? ` · 第一次回复 ${nearWords(handOver.firstReplyAt, now)}` : ''}
        {handOver.closedAt ? ` · ${nearWords(handOver.closedAt, now)} 交还助手` : ''}
      </div>
      {handOver.satisfaction === null ? null : (
        <div className="caption">患者评价：{satisfactions[handOver.satisfaction]}</div>
      )}
      {open && steps.length > 0 ? (
        <ol className="escalation" aria-label="升级">
          {steps.map(({ key, tone, words, when, why }) => {
            const Icon = icons[tone]
            return (
              <li key={key}>
                <span className={`disc small ${tones[tone]}`}>
                  <Icon size={13} strokeWidth={1.9} />
                </span>
                <span className="grow">
                  {words}
                  <span className="caption" style={{ display: 'block' }}>
                    {[when, why].filter(Boolean).join(' · ')}
                  </span>
                </span>
              </li>
            )
          })}
        </ol>
      ) : null}
    </section>
  )
}
