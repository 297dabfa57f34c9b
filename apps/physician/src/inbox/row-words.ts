import type { ConversationRow } from '@suixing/contracts'
import { listMomentText, usualTimeZone } from '../time/moment-text'

/** What a line of the inbox says. */
export interface RowWords {
  readonly name: string
  /** What was said last, with who said it unless it was the patient; what waits goes before. */
  readonly said: string
  readonly time: string
  /** Who has it, seen by the reader. */
  readonly holder: string
}

type Last = NonNullable<ConversationRow['last']>
const speaker = ({ author }: Last, me: string): string => {
  switch (author.kind) {
    case 'patient':
      return ''
    case 'family':
      return `${author.relation}：`
    case 'assistant':
      return '助手：'
    case 'staff':
      return author.staffId === me ? '您：' : `${author.name}：`
    case 'system':
      return ''
  }
}

/** `me` is the staff id of who reads. */
export const rowWords = (row: ConversationRow, me: string, now: string): RowWords => {
  const { patient, last, waitingFor, state } = row
  const said = last ? `${speaker(last, me)}${last.text}` : '还没有说过话'
  return {
    name: patient?.name ?? '未认出的微信用户',
    said: state === 'waiting' && waitingFor !== null ? waitingFor : said,
    time: last ? listMomentText(last.at, now, usualTimeZone) : '',
    holder: holderText(row, me),
  }
}

const holderText = ({ assignedTo, state }: ConversationRow, me: string): string => {
  if (!assignedTo) return { assistant: '智能助手在答', waiting: '还没人接', person: '同事在接' }[state]
  const name = assignedTo.id === me ? '我' : assignedTo.name
  return state === 'waiting' ? `分给${name}` : `${name}在接`
}
