import type { ConsolePatientPage } from '@suixing/contracts'
import { useState } from 'react'
import { countWords } from '../look/number-words'
import { nearWords } from '../time/time-words'
import { ImportReportView } from './import-report-view'

/** Files brought in before, each opening into its report. */
export function ImportRecords({ patient }: { patient: ConsolePatientPage }) {
  const [openAt, setOpenAt] = useState<string | null>(null)
  const { imports, now, timeZone } = patient
  if (imports.length === 0) return null
  return (
    <section className="panel" aria-label="导入记录">
      <div className="panel-head">
        <h3>导入记录</h3>
        <span className="second">{imports.length}</span>
      </div>
      {imports.map((record) => (
        <div key={`${record.at}-${record.fileName}`} style={{ padding: '8px 0', borderTop: '1px solid var(--line)' }}>
          <div className="row gap8">
            <span className="grow ellipsis">{record.fileName}</span>
            <button
              type="button"
              className="plain-button"
              aria-expanded={openAt === record.at}
              onClick={() => setOpenAt(openAt === record.at ? null : record.at)}
            >
              {openAt === record.at ? '收起' : '看明细'}
            </button>
          </div>
          <div className="caption">
            {nearWords(record.at, now, timeZone)} · {record.by} · 写入 {countWords(record.taken)}
            {record.rejectedTotal > 0 ? ` · 读不懂 ${countWords(record.rejectedTotal)}` : ''}
          </div>
          {openAt === record.at ? <ImportReportView report={record} timeZone={timeZone} /> : null}
        </div>
      ))}
    </section>
  )
}
