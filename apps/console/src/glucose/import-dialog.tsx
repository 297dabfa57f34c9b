import { Button, Modal, Radio, Upload } from 'antd'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { failureCode } from '../api/api-failure'
import { countWords } from '../look/number-words'
import { FailureNotice } from '../states/failure-notice'
import { SkeletonPanel } from '../states/skeleton-panel'
import { ImportReportView } from './import-report-view'
import { useImport, type ImportUnit } from './use-import'

/** Choose a file, see what would be taken, then take it. Nothing is written before the second step. */
export function ImportDialog({ patientId, timeZone, onClose }: { patientId: string; timeZone: string; onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [unit, setUnit] = useState<ImportUnit | undefined>(undefined)
  const send = useImport(patientId, timeZone)
  const report = send.data
  const done = report?.mode === 'commit'
  const unsure = send.error !== null && failureCode(send.error) === 'unit-unsure'
  const preview = (chosen: File, as: ImportUnit | undefined) => {
    setFile(chosen)
    setUnit(as)
    send.mutate({ file: chosen, mode: 'preview', unit: as })
  }
  const footer = done ? (
    <Button type="primary" onClick={onClose}>
      完成
    </Button>
  ) : (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button
        type="primary"
        disabled={!file || !report || report.taken === 0}
        loading={send.isPending && send.variables?.mode === 'commit'}
        onClick={() => file && report && send.mutate({ file, mode: 'commit', unit: unit ?? report.unit })}
      >
        {report ? `导入 ${countWords(report.taken)} 个读数` : '导入'}
      </Button>
    </>
  )
  return (
    <Modal open title={done ? '已导入' : '导入血糖文件'} width={640} footer={footer} onCancel={onClose} destroyOnHidden>
      {done ? null : (
        <Upload.Dragger
          accept=".csv,.txt,.tsv"
          showUploadList={false}
          beforeUpload={(chosen) => {
            preview(chosen, undefined)
            return false
          }}
        >
          <div className="row gap12" style={{ padding: '0 16px', textAlign: 'left' }}>
            <FileUp size={22} strokeWidth={1.7} color="var(--brand)" />
            <div className="grow">
              <b>{file ? file.name : '选择文件，或拖到这里'}</b>
              <div className="caption">{file ? '点这里换一个文件' : '动态血糖或血糖仪导出的 CSV、TXT；先看预览，确认后才写入'}</div>
            </div>
          </div>
        </Upload.Dragger>
      )}
      <div style={{ marginTop: 12 }}>
        {send.isPending && send.variables?.mode === 'preview' ? <SkeletonPanel rows={3} /> : null}
        {send.error ? <FailureNotice error={send.error} /> : null}
        {unsure && file ? (
          <Radio.Group className="choices" style={{ marginTop: 12 }} value={unit} onChange={(event) => preview(file, event.target.value as ImportUnit)}>
            <Radio value="mmol/L">mmol/L（国内常用，多在 3–20）</Radio>
            <Radio value="mg/dL">mg/dL（多在 50–400）</Radio>
          </Radio.Group>
        ) : null}
        {report && !send.isPending ? <ImportReportView report={report} timeZone={timeZone} /> : null}
      </div>
    </Modal>
  )
}
