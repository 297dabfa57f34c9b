import type { ConversationFigures } from '@suixing/contracts'
import { countWords } from '../look/number-words'
import { spanWords } from '../time/span-words'

/** A spread of durations in words: the median large, the ninth tenth and how many it is over beneath; a dash when there is none. */
export function timeFigure({ count, medianSeconds, p90Seconds }: ConversationFigures['firstResponse']) {
  return {
    value: medianSeconds === null ? '—' : spanWords(medianSeconds),
    of: `${p90Seconds === null ? '' : `九成在 ${spanWords(p90Seconds)}内 · `}${countWords(count)} 次`,
  }
}
