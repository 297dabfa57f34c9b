import type { AnswerOf } from '@suixing/contracts'
import { conversationLook } from '../conversation/conversation-words'
import { csvText } from '../csv/csv-text'
import { dayWords, timeWords } from '../time/time-words'
import { wallClock } from '../time/wall-clock'
import { statusLook } from './status-words'

type Row = AnswerOf<'consolePatients'>['rows'][number]

const moment = (instant: string | null): string =>
  instant ? `${wallClock(instant).year}年${dayWords(instant)} ${timeWords(instant)}` : ''

/** The list as shown. */
export function patientsCsv(rows: readonly Row[]): string {
  const head = ['姓名', '状态', '负责医生', '标签', '对话', '下一个触点', '最近动静', '编号']
  const lines = rows.map((row) => [
    row.name,
    statusLook[row.status].word,
    row.physician ?? '',
    row.tags.join('、'),
    row.conversation ? conversationLook[row.conversation].word : '',
    moment(row.nextTouchpoint),
    moment(row.lastActivityAt),
    row.id,
  ])
  return csvText([head, ...lines])
}
