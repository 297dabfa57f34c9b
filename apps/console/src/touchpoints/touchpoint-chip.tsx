import type { TouchpointView } from '@suixing/contracts'
import { touchpointLook } from './touchpoint-look'

/** State and reason as one thing: 「已推迟 · 在安静时段」. */
export function TouchpointChip({ touchpoint }: { touchpoint: TouchpointView }) {
  const { word, tone, Icon } = touchpointLook(touchpoint)
  return (
    <span className={`tag chip ${tone}`} title={`${word} · ${touchpoint.reasonText.zh}`}>
      <Icon size={14} strokeWidth={2} />
      <span>
        <b>{word}</b> · {touchpoint.reasonText.zh}
      </span>
    </span>
  )
}
