import type { ProgrammePage } from '@suixing/contracts'
import { useState } from 'react'
import { EmptyState } from '../states/empty-state'
import { ContactWayCode } from './contact-way-code'
import { ContactWayList } from './contact-way-list'

/** The contact QR of one physician, as it is printed and shown to patients; the others behind one link. */
export function ContactWayPanel({ programme, shownId }: { programme: ProgrammePage; shownId: string | null }) {
  const [listOpen, openList] = useState(false)
  const ways = programme.contactWays
  const way = ways.find(({ id }) => id === shownId) ?? ways[0]
  if (!way) {
    return (
      <section className="panel qr-panel" aria-label="联系码">
        <EmptyState title="还没有联系码" detail="为医生生成一个，患者扫码就能加入。" />
      </section>
    )
  }
  return (
    <section className="panel qr-panel" aria-label="联系码">
      <ContactWayCode way={way} programmeId={programme.id} />
      <b style={{ marginTop: 14, fontSize: 15 }}>
        {way.physician.name} {way.physician.title}
      </b>
      <span className="caption">扫码后由医生负责 · 已扫 {way.scans} 次</span>
      <div className="row gap16" style={{ marginTop: 12, fontSize: 13 }}>
        {way.status === 'ready' && way.qrCode ? (
          <a href={way.qrCode} download={`联系码-${way.physician.name}.png`} target="_blank" rel="noreferrer">
            下载
          </a>
        ) : null}
        <button type="button" className="plain-button" onClick={() => openList(true)}>
          全部 {ways.length} 个码
        </button>
      </div>
      {listOpen ? <ContactWayList programme={programme} onClose={() => openList(false)} /> : null}
    </section>
  )
}
