import type { TouchpointView } from '@suixing/contracts'
import {
  Check,
  CircleHelp,
  Clock,
  MessageSquareText,
  Moon,
  Route,
  Send,
  TriangleAlert,
  UserRound,
  X,
  type LucideIcon,
} from 'lucide-react'
import { PlanIcon } from '../look/plan-icon'

/** Tone of a chip or disc; the names are the classes of look.css. */
export type Tone = '' | 'brand' | 'ok' | 'warn' | 'uncertain' | 'bad' | 'kin'
export interface TouchpointLook {
  readonly word: string
  readonly tone: Tone
  readonly Icon: LucideIcon | typeof PlanIcon
}

const looks: Record<TouchpointView['state'], TouchpointLook> = {
  planned: { word: '已计划', tone: '', Icon: PlanIcon },
  due: { word: '到点', tone: 'brand', Icon: Clock },
  claimed: { word: '正在处理', tone: 'brand', Icon: Clock },
  'handed-over': { word: '已交出', tone: 'brand', Icon: Send },
  delivered: { word: '已送达', tone: 'ok', Icon: Check },
  answered: { word: '已回应', tone: 'ok', Icon: MessageSquareText },
  skipped: { word: '已跳过', tone: '', Icon: X },
  missed: { word: '已错过', tone: '', Icon: X },
  cancelled: { word: '已取消', tone: '', Icon: X },
  failed: { word: '没发成', tone: 'bad', Icon: TriangleAlert },
  uncertain: { word: '结果不明', tone: 'uncertain', Icon: CircleHelp },
}

type Step = Pick<TouchpointView['history'][number], 'from' | 'to' | 'reason'>

/**
 * How one transition reads. Some states have a second word by their reason: planned again after it was due is 「已推迟」,
 * skipped into another touchpoint is 「已合并」, given to a person is 「已转给人」.
 */
export function stepLook({ from, to, reason }: Step): TouchpointLook {
  if (to === 'planned' && from !== null && from !== 'planned') return { word: '已推迟', tone: 'warn', Icon: Moon }
  if (to === 'planned' && reason.code === 'moved-with-event') return { word: '已改期', tone: '', Icon: PlanIcon }
  if (to === 'skipped' && reason.code === 'merged-into') return { word: '已合并', tone: '', Icon: Route }
  if (reason.code === 'handed-to-person') return { word: '已转给人', tone: 'kin', Icon: UserRound }
  return looks[to]
}

/** How a touchpoint reads now: the look of the transition that brought it here. */
export const touchpointLook = ({
  state,
  reason,
  history,
}: Pick<TouchpointView, 'state' | 'reason' | 'history'>): TouchpointLook => {
  const last = history.at(-1)
  return stepLook(last && last.to === state ? last : { from: null, to: state, reason })
}
