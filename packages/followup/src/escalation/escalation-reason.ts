import type { Sentence } from '../reason-text'

/**
 * Why somebody is told:
 * - `began`: the first rung's time came
 * - `unanswered`: nobody of the rungs before acknowledged in time
 * - `passed`: nobody of the rung before is on duty
 * - `nobody-on-duty`: urgent, and nobody of the rung that is due is on duty
 * - `team-closed`: urgent, outside the team's hours
 * - `repeated`: the last rung again
 * - `no-on-call`: no on-call person is named, so everybody of the ladder is told
 */
export type EscalationReason =
  'began' | 'unanswered' | 'passed' | 'nobody-on-duty' | 'team-closed' | 'repeated' | 'no-on-call'

const sentences: Record<EscalationReason, Sentence> = {
  began: { zh: '轮到您先处理', en: 'You are the first to be asked' },
  unanswered: { zh: '前面的人到时间还没处理', en: 'Nobody asked before took it in time' },
  passed: { zh: '上一级现在没人在岗', en: 'Nobody of the rung before is on duty' },
  'nobody-on-duty': { zh: '情况紧急，该处理的人现在不在岗', en: 'Urgent, and nobody of the rung is on duty' },
  'team-closed': { zh: '情况紧急，现在是下班时间', en: 'Urgent, outside the hours of the team' },
  repeated: { zh: '仍没有人处理，再次提醒', en: 'Still nobody took it; told again' },
  'no-on-call': {
    zh: '没有指定值班人，已通知所有相关人员',
    en: 'No on-call person is named; everybody concerned is told',
  },
}

/** The reason as a person reads it. */
export const escalationReasonText = (reason: EscalationReason): Sentence => sentences[reason]
