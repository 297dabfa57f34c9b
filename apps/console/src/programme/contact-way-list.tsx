import type { ProgrammePage } from '@suixing/contracts'
import { Modal } from 'antd'
import { dayWords } from '../time/time-words'
import { ContactWayCode } from './contact-way-code'

/** Every contact QR of the programme. */
export function ContactWayList({ programme, onClose }: { programme: ProgrammePage; onClose: () => void }) {
  return (
    <Modal
      open
      title={`全部 ${programme.contactWays.length} 个联系码`}
      footer={null}
      width={720}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="qr-grid">
        {programme.contactWays.map((way) => (
          <div key={way.id} className="col center" style={{ alignItems: 'center' }}>
            <ContactWayCode way={way} programmeId={programme.id} />
            <b style={{ marginTop: 8 }}>
              {way.physician.name} {way.physician.title}
            </b>
            <span className="caption">
              已扫 {way.scans} 次 · {dayWords(way.createdAt)}生成
            </span>
            {way.status === 'ready' && way.qrCode ? (
              <a href={way.qrCode} download={`联系码-${way.physician.name}.png`} target="_blank" rel="noreferrer">
                下载
              </a>
            ) : null}
          </div>
        ))}
      </div>
    </Modal>
  )
}
