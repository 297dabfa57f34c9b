import type { TimelineItem } from '@suixing/contracts'
import type { IconName } from '@suixing/ui'

type Touchpoint = Extract<TimelineItem, { kind: 'touchpoint' }>

/** State and reason are one thing. Tones as in the look: grey waits or ended unsent, brand under way, ok arrived, warn put off, unsure nobody knows, urgent failed. */
export interface TouchpointChip {
  readonly state: string
  readonly reason: string
  readonly icon: IconName
  readonly tone: 'plain' | 'brand' | 'ok' | 'warn' | 'unsure' | 'urgent'
}

const looks: Record<Touchpoint['state'], readonly [string, TouchpointChip['tone'], IconName]> = {
  planned: ['已计划', 'plain', 'calendar'],
  due: ['到点', 'brand', 'clock'],
  claimed: ['正在发', 'brand', 'send'],
  'handed-over': ['已交出', 'brand', 'send'],
  delivered: ['已送达', 'ok', 'check'],
  answered: ['已回应', 'ok', 'message'],
  skipped: ['已跳过', 'plain', 'forward'],
  missed: ['已错过', 'plain', 'clock'],
  cancelled: ['已取消', 'plain', 'close'],
  failed: ['没发成', 'urgent', 'attention'],
  uncertain: ['结果不明', 'unsure', 'attention'],
}
/** A planned touchpoint with another reason than these was sent back by `decide`: it is put off, not merely planned. */
const merelyPlanned: readonly string[] = ['planned-by-step', 'moved-with-event']

export const touchpointChip = ({
  state,
  reason,
  reasonText,
}: Pick<Touchpoint, 'state' | 'reason' | 'reasonText'>): TouchpointChip => {
  const [word, tone, icon] = looks[state]
  const said = { reason: reasonText.zh }
  if (state === 'planned' && !merelyPlanned.includes(reason.code))
    return { ...said, state: '已推迟', tone: 'warn', icon: 'clock' }
  if (state === 'skipped' && reason.code === 'merged-into')
    return { ...said, state: '已合并', tone: 'plain', icon: 'paths' }
  return { ...said, state: word, tone, icon }
}
