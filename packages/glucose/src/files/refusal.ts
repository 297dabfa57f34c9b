import type { Bilingual, RefusalCode, RefusedFile } from './glucose-file'

const refusals: Readonly<Record<RefusalCode, { field: RefusedFile['field'] } & Bilingual>> = {
  empty: {
    field: 'file',
    zh: '文件是空的，请重新导出后再试',
    en: 'The file is empty; export it again',
  },
  'too-large': {
    field: 'file',
    zh: '文件超过 32 MB，请缩短导出的时间范围',
    en: 'The file is larger than 32 MB; export a shorter period',
  },
  'not-text': {
    field: 'file',
    zh: '这不是文本文件，请选择血糖仪软件导出的 CSV 文件',
    en: 'This is not a text file; choose the CSV file exported by the meter software',
  },
  spreadsheet: {
    field: 'file',
    zh: '这是 Excel 文件，请另存为 CSV（UTF-8）后再试',
    en: 'This is a spreadsheet; save it as CSV (UTF-8) first',
  },
  'columns-unknown': {
    field: 'file',
    zh: '没有找到时间列和血糖列，请在第一行写上表头，如「时间,血糖(mmol/L)」',
    en: 'No time and glucose columns found; give them a header such as "timestamp,glucose (mmol/L)"',
  },
  'no-rows': {
    field: 'file',
    zh: '文件只有表头，没有数据',
    en: 'The file has a header and no rows',
  },
  'no-readings': {
    field: 'value',
    zh: '时间列或血糖列里没有可读的内容，请检查这两列',
    en: 'Nothing readable in the time or glucose column; check those two columns',
  },
  'several-people': {
    field: 'person',
    zh: '文件里有多位患者的数据，请每位患者单独导出',
    en: 'The file holds readings of several people; export one file for each',
  },
  'time-zone-unknown': {
    field: 'timeZone',
    zh: '不认识这个时区，请使用 IANA 名称，如 Asia/Shanghai',
    en: 'Unknown time zone; use an IANA name such as Asia/Shanghai',
  },
}

/** The typed refusal of a file, with the words a person can act on. */
export function refuse(code: RefusalCode): RefusedFile {
  const { field, zh, en } = refusals[code]
  return { outcome: 'refused', code, field, hint: { zh, en } }
}
