import type { EscalationView } from '@suixing/contracts'
import { distanceWords, nearWords } from '../time/time-words'

/** One line of an escalation: what happened or comes next, when, and why. */
export interface EscalationStep {
  readonly key: string
  readonly tone: 'past' | 'next' | 'done'
  readonly words: string
  readonly when: string
  readonly why: string
}

/** Who was told when, who is next and when, or who took it. */
export function escalationSteps(
  { told, nextAt, acknowledgedAt, acknowledgedBy }: EscalationView,
  now: string,
): EscalationStep[] {
  const past = told.map(({ at, names, why }, index): EscalationStep => ({
    key: `told-${index}`,
    tone: 'past',
    words: names.length > 0 ? `已告诉 ${names.join('、')}` : '没有人可以告诉',
    when: nearWords(at, now),
    why: why.zh,
  }))
  if (acknowledgedAt)
    return [
      ...past,
      {
        key: 'taken',
        tone: 'done',
        words: `${acknowledgedBy ?? '同事'} 已接手`,
        when: nearWords(acknowledgedAt, now),
        why: '',
      },
    ]
  if (!nextAt) return past
  return [
    ...past,
    {
      key: 'next',
      tone: 'next',
      words: '没人接手就告诉下一位',
      when: nearWords(nextAt, now),
      why: distanceWords(nextAt, now),
    },
  ]
}
