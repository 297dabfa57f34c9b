import type { AnswerOf } from '@suixing/contracts'
import { conversationLook } from '../conversation/conversation-words'
import { dayWords, timeWords } from '../time/time-words'
import { wallClock } from '../time/wall-clock'
import { statusLook } from './status-words'

type Row = AnswerOf<'consolePatients'>['rows'][number]

/** One field of a CSV line (RFC 4180). A leading = + - @ would run as a formula in a spreadsheet, so it is quoted away. */
const field = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
const moment = (instant: string | null): string =>
  instant ? `${wallClock(instant).year}年${dayWords(instant)} ${timeWords(instant)}` : ''

/** The list as shown, with a byte order mark so that spreadsheets read the Chinese. */
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
  return `\uFEFF${[head, ...lines].map((line) => line.map(field).join(',')).join('\r\n')}\r\n`
}
