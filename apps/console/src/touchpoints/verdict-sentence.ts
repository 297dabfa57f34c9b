import type { TouchpointView } from '@suixing/contracts'
import { nearWords } from '../time/time-words'
import { touchpointLook } from './touchpoint-look'

/** One sentence that answers 「为什么」: what happens or happened, and because of what. */
export function verdictSentence(touchpoint: TouchpointView, now: string, timeZone: string): string {
  const { word } = touchpointLook(touchpoint)
  const because = touchpoint.reasonText.zh
  const due = nearWords(touchpoint.due, now, timeZone)
  const last = touchpoint.history.at(-1)
  const at = last ? nearWords(last.at, now, timeZone) : due
  if (word === '已推迟') return `${due} 再发，因为${because}`
  if (touchpoint.state === 'planned') return `${due} 会发：${because}`
  if (['due', 'claimed', 'handed-over'].includes(touchpoint.state)) return `${at} ${word}：${because}`
  if (['delivered', 'answered'].includes(touchpoint.state)) return `${at} ${word}：${because}`
  return `${at} ${word}，因为${because}`
}
