import type { TouchpointView } from '@suixing/contracts'
import { useState } from 'react'
import { EmptyState } from '../states/empty-state'
import { touchpointOrder } from './touchpoint-order'
import { TouchpointRow } from './touchpoint-row'

const shownFirst = 6

function Part({
  title,
  touchpoints,
  ...row
}: {
  title: string
  touchpoints: TouchpointView[]
  patientId: string
  now: string
  timeZone: string
}) {
  const [all, showAll] = useState(false)
  if (touchpoints.length === 0) return null
  return (
    <>
      <div className="part-title">
        {title} <span>{touchpoints.length}</span>
      </div>
      <ol>
        {touchpoints.slice(0, all ? undefined : shownFirst).map((touchpoint) => (
          <TouchpointRow key={touchpoint.id} touchpoint={touchpoint} {...row} />
        ))}
      </ol>
      {touchpoints.length > shownFirst && !all ? (
        <button type="button" className="plain-button" style={{ padding: '8px 0' }} onClick={() => showAll(true)}>
          显示全部 {touchpoints.length} 条
        </button>
      ) : null}
    </>
  )
}

/** All touchpoints of a patient: what comes, and what has been. */
export function TouchpointPanel(props: {
  touchpoints: readonly TouchpointView[]
  patientId: string
  now: string
  timeZone: string
}) {
  const { touchpoints, ...row } = props
  const { coming, past } = touchpointOrder(touchpoints)
  return (
    <section className="panel" aria-label="触点" id="touchpoints" style={{ paddingBottom: 8 }}>
      <div className="panel-head">
        <h3>触点</h3>
        <span className="second">共 {touchpoints.length}</span>
        <span className="end caption">点开看经过和每一道判断</span>
      </div>
      {touchpoints.length === 0 ? <EmptyState title="还没有触点" detail="患者入组后，会按随访计划排出来。" /> : null}
      <Part title="将要" touchpoints={coming} {...row} />
      <Part title="已过" touchpoints={past} {...row} />
    </section>
  )
}
