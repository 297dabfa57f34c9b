import type { ConversationFigures } from '@suixing/contracts'
import { csvText } from '../csv/csv-text'

/** The days of the figures as CSV, oldest first. */
export const byDayCsv = (byDay: ConversationFigures['byDay']): string =>
  csvText([
    ['日期', '患者发来', '助手答了', '转人工'],
    ...byDay.map(({ day, received, answered, handedOver }) => [day, received, answered, handedOver]),
  ])
