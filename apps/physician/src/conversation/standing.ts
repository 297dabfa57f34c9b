import type { ConversationPage, HandOverReason } from '@suixing/contracts'
import { momentText } from '../time/moment-text'
import { waitedText } from '../time/waiting-label'

export type StandingAction = 'take' | 'give-back' | 'pass'

/** Who answers here now and why, and what the reader can do about it. The first action is the one to take. */
export interface Standing {
  readonly tone: 'urgent' | 'waiting' | 'mine' | 'other' | 'assistant'
  readonly text: string
  readonly detail?: string
  readonly actions: readonly StandingAction[]
}

const reasons: Record<HandOverReason, string> = {
  asked: '患者要找人',
  doubt: '智能助手拿不准',
  'red-flag': '有危险信号',
  repeated: '同一个问题问了几次',
  taken: '同事接了过来',
}

/** Words for why a conversation went from the assistant to people. */
export const reasonText = (because: HandOverReason): string => reasons[because]

type Seen = Pick<ConversationPage, 'handOver' | 'escalation' | 'now'> & {
  readonly conversation: NonNullable<ConversationPage['conversation']>
}

/** `me` is the staff id of who reads. */
export const standing = ({ conversation, handOver, escalation, now }: Seen, me: string): Standing => {
  const { state, urgent, assignedTo, waitingSince, because } = conversation
  const isMine = assignedTo?.id === me
  const name = assignedTo ? `${assignedTo.name} ${assignedTo.title}` : ''
  const why = handOver?.because ?? because
  if (state === 'waiting') {
    const since = waitingSince === null ? '' : waitedText(waitingSince, now)
    const text = [urgent ? '紧急' : '', why ? reasons[why] : '患者在等人', since === '' ? '' : `等了 ${since}`]
    const toWhom = assignedTo ? `${isMine ? '分给您' : `分给 ${name}`}` : '还没有人接手'
    const detail = [toWhom, escalationText(escalation, now)].filter(Boolean).join(' · ')
    return {
      tone: urgent ? 'urgent' : 'waiting',
      text: text.filter(Boolean).join(' · '),
      detail,
      actions: ['take', 'pass'],
    }
  }
  if (state === 'assistant') return { tone: 'assistant', text: '智能助手在回答', actions: ['take'] }
  const since = handOver?.acknowledgedAt ? `${momentText(handOver.acknowledgedAt, now)} 接手` : ''
  const detail = [why ? reasons[why] : '', since].filter(Boolean).join(' · ')
  const rest = detail === '' ? {} : { detail }
  return isMine
    ? { tone: 'mine', text: '您在接待', ...rest, actions: ['give-back', 'pass'] }
    : { tone: 'other', text: assignedTo ? `${name} 在接待` : '同事在接待', ...rest, actions: ['take'] }
}

/** 「已通知 林致远 · 10:20 再通知下一位」; nothing when nothing escalates. */
export const escalationText = (escalation: ConversationPage['escalation'], now: string): string => {
  if (!escalation) return ''
  if (escalation.acknowledgedAt !== null) return `${escalation.acknowledgedBy ?? '同事'} 已应下`
  const names = [...new Set(escalation.told.flatMap((step) => step.names))]
  return [
    names.length > 0 ? `已通知 ${names.join('、')}` : '',
    escalation.nextAt === null ? '' : `${momentText(escalation.nextAt, now)} 再通知下一位`,
  ]
    .filter(Boolean)
    .join(' · ')
}
