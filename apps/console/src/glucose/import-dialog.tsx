import { Button, Input, Modal, Upload } from 'antd'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { failureCode } from '../api/api-failure'
import { countWords } from '../look/number-words'
import { FailureNotice } from '../states/failure-notice'
import { SkeletonPanel } from '../states/skeleton-panel'
import { ImportQuestion } from './import-question'
import { ImportReportView } from './import-report-view'
import { useImport, type ImportAnswers } from './use-import'

/** Choose a file, see what would be taken, then take it. Nothing is written before the second step. */
export function ImportDialog({
  patientId,
  timeZone,
  onClose,
}: {
  patientId: string
  timeZone: string
  onClose: () => void
}) {
  const [file, setFile] = useState<File | null>(null)
  const [answers, setAnswers] = useState<ImportAnswers>({})
  const [attribution, setAttribution] = useState('')
  const send = useImport(patientId, timeZone)
  const report = send.data
  const done = report?.mode === 'commit'
  const preview = (chosen: File, given: ImportAnswers) => {
    setFile(chosen)
    setAnswers(given)
    send.mutate({ file: chosen, mode: 'preview', answers: given, attribution })
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
        onClick={() => file && send.mutate({ file, mode: 'commit', answers, attribution })}
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
            preview(chosen, {})
            return false
          }}
        >
          <div className="row gap12" style={{ padding: '0 16px', textAlign: 'left' }}>
            <FileUp size={22} strokeWidth={1.7} color="var(--brand)" />
            <div className="grow">
              <b>{file ? file.name : '选择文件，或拖到这里'}</b>
              <div className="caption">
                {file ? '点这里换一个文件' : '动态血糖或血糖仪导出的 CSV、TXT；先看预览，确认后才写入'}
              </div>
            </div>
          </div>
        </Upload.Dragger>
      )}
      <div style={{ marginTop: 12 }}>
        {send.isPending && send.variables?.mode === 'preview' ? <SkeletonPanel rows={3} /> : null}
        {send.error ? <FailureNotice error={send.error} /> : null}
        {send.error && file ? (
          <ImportQuestion code={failureCode(send.error)} answers={answers} onAnswer={(given) => preview(file, given)} />
        ) : null}
        {report && !send.isPending ? <ImportReportView report={report} timeZone={timeZone} /> : null}
        {report && !done ? (
          <Input
            aria-label="数据出处"
            style={{ marginTop: 12 }}
            placeholder="数据出处（选填）：公开数据的许可要求注明时填写"
            maxLength={200}
            value={attribution}
            onChange={({ target }) => setAttribution(target.value)}
          />
        ) : null}
      </div>
    </Modal>
  )
}
