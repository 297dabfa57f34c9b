import type { RejectedRow, RejectionCode } from './glucose-file'

const rejections: Readonly<Record<RejectionCode, Pick<RejectedRow, 'field' | 'text'>>> = {
  'time-missing': { field: 'time', text: { zh: '没有时间', en: 'The time is missing' } },
  'time-unreadable': { field: 'time', text: { zh: '时间格式看不懂', en: 'The time cannot be read' } },
  'time-of-day-missing': {
    field: 'time',
    text: { zh: '只有日期，没有几点几分', en: 'There is a date and no time of day' },
  },
  'date-impossible': { field: 'time', text: { zh: '没有这一天', en: 'There is no such date' } },
  'value-missing': { field: 'value', text: { zh: '没有血糖值', en: 'The glucose value is missing' } },
  'value-unreadable': { field: 'value', text: { zh: '血糖值不是数字', en: 'The glucose value is not a number' } },
  'value-implausible': {
    field: 'value',
    text: { zh: '血糖值超出任何仪器的范围', en: 'The glucose value is beyond what any device measures' },
  },
}

/** A row that could not be taken, with the field a person has to look at. */
export function reject(line: number, code: RejectionCode): RejectedRow {
  return { line, code, ...rejections[code] }
}
