import type { ConsolePatientPage } from '@suixing/contracts'

/** Something about a patient that did not succeed, and the part of the page that shows it. */
export interface PatientFailure {
  readonly anchor: 'touchpoints' | 'tags' | 'conversation'
  readonly words: string
}

/** What did not succeed and still stands so; nothing of it may hide in a list. */
export function patientFailures({
  touchpoints,
  tags,
  messages,
  conversation,
}: Pick<ConsolePatientPage, 'touchpoints' | 'tags' | 'messages' | 'conversation'>): PatientFailure[] {
  const count = (word: string, number: number, anchor: PatientFailure['anchor']): PatientFailure[] =>
    number > 0 ? [{ anchor, words: `${number} ${word}` }] : []
  return [
    ...(conversation?.state === 'waiting' ? [{ anchor: 'conversation' as const, words: '患者在等人回复' }] : []),
    ...count('个触点没发成', touchpoints.filter(({ state }) => state === 'failed').length, 'touchpoints'),
    ...count('个触点结果不明', touchpoints.filter(({ state }) => state === 'uncertain').length, 'touchpoints'),
    ...count('个标签没写进企业微信', tags.filter(({ wecom }) => wecom.state === 'failed').length, 'tags'),
    ...count('条消息没发成', messages.filter(({ state }) => state === 'failed').length, 'conversation'),
  ]
}
