import type { TimelineItem } from '@suixing/contracts'
import { levelLook, type IconName, type TimelineTone } from '@suixing/ui'
import { displayValue } from '@suixing/glucose'
import { messageEntry } from './message-entry'
import { touchpointChip, type TouchpointChip } from './touchpoint-chip'

/** One line of the timeline, in words: what happened, and at most one detail. */
export interface TimelineEntry {
  readonly id: string
  readonly at: string
  readonly icon: IconName
  readonly disc: TimelineTone
  readonly what: string
  readonly detail?: string
  /** How a message of ours fared, after its words. */
  readonly fate?: { readonly text: string; readonly tone: 'ok' | 'quiet' | 'urgent' }
  readonly chip?: TouchpointChip
  /** When a touchpoint that is still to come is due. */
  readonly due?: string
}

/** Puts an item of the timeline into words for the physician `me`. */
export const timelineEntry = (item: TimelineItem, me: string): TimelineEntry => {
  const { id, at } = item
  switch (item.kind) {
    case 'message':
      return { id, at, ...messageEntry(item.message, me) }
    case 'hand-over':
      return item.to === 'person'
        ? { id, at, icon: 'spark', disc: 'brand', what: '智能助手 转给您', detail: item.why.zh }
        : { id, at, icon: 'spark', disc: 'brand', what: '转回 智能助手', detail: item.why.zh }
    case 'touchpoint':
      return {
        id,
        at,
        icon: 'bell',
        disc: 'plain',
        what: item.title,
        chip: touchpointChip(item),
        ...(item.state === 'planned' ? { due: item.due } : {}),
      }
    case 'tag':
      return {
        id,
        at,
        icon: 'tag',
        disc: 'plain',
        what: item.change === 'added' ? `标签 ${item.name}` : `去掉标签 ${item.name}`,
        detail: item.says,
      }
    case 'reading': {
      const look = levelLook[item.point.level]
      return {
        id,
        at,
        icon: 'drop',
        disc: look.colour,
        what: `血糖 ${displayValue(item.point.glucose, 'mmol/L')} · ${look.word}`,
      }
    }
    case 'event':
      return { id, at, icon: 'flag', disc: 'plain', what: item.text.zh }
    case 'import':
      return { id, at, icon: 'file', disc: 'plain', what: `导入血糖 ${item.taken} 条`, detail: item.fileName }
  }
}
