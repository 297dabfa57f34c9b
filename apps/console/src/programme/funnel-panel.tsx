import type { ProgrammePage } from '@suixing/contracts'
import { CountBars } from './count-bars'
import { everEnrolled } from './programme-rates'

/** How far patients came; what follows enrolling has the enrolled as its denominator. */
export function FunnelPanel({ funnel }: { funnel: ProgrammePage['funnel'] }) {
  const { invited } = funnel
  const enrolled = everEnrolled(funnel)
  const ofEnrolled = (count: number) => ({ part: count, whole: enrolled })
  return (
    <CountBars
      title="患者走到哪一步"
      note="百分比以受邀或入组为分母"
      whole={invited}
      bars={[
        { word: '受邀', count: invited, colour: '#BFD9DE', rate: null },
        { word: '入组', count: enrolled, colour: '#0E6474', rate: { part: enrolled, whole: invited } },
        { word: '在管', count: funnel.enrolled, colour: '#0E6474', rate: ofEnrolled(funnel.enrolled) },
        { word: '暂停', count: funnel.paused, colour: '#BFD9DE', rate: ofEnrolled(funnel.paused) },
        { word: '完成', count: funnel.completed, colour: '#7FC4CE', rate: ofEnrolled(funnel.completed) },
        { word: '退出失联', count: funnel.left, colour: '#8AA0A6', rate: ofEnrolled(funnel.left) },
      ]}
    />
  )
}
