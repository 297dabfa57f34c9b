import { Button, Segmented } from 'antd'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '../api/use-answer'
import { countWords } from '../look/number-words'
import { dateWords } from '../time/time-words'
import { Answered } from '../states/answered'
import { EmptyState } from '../states/empty-state'
import { DayChart, TrendChart } from './glucose-chart'
import { GlucoseFigures } from './glucose-figures'
import { ImportDialog } from './import-dialog'
import { RangeSummary } from './range-summary'

const spans = [1, 7, 14, 90] as const
const sources = { none: '', cgm: '动态', smbg: '指尖', mixed: '动态和指尖' } as const

/** A patient's glucose: trend or day, shares of the ranges, figures; and bringing a file in. */
export function GlucosePanel({ patientId, timeZone, now }: { patientId: string; timeZone: string; now: string }) {
  const [days, setDays] = useState<(typeof spans)[number]>(14)
  const [form, setForm] = useState<'trend' | 'day'>('trend')
  const [importing, setImporting] = useState(false)
  const query = useAnswer('consoleGlucose', { params: { id: patientId }, query: { days } })
  const view = query.data
  const importButton = (
    <Button icon={<FileUp size={16} strokeWidth={1.7} />} onClick={() => setImporting(true)}>
      导入血糖文件
    </Button>
  )
  return (
    <section className="panel" aria-label="血糖" id="glucose">
      <div className="panel-head">
        <h3 className="nowrap">血糖</h3>
        <span className="second ellipsis">
          {view && view.total > 0 ? `${sources[view.source]} · ${countWords(view.total)} 个读数 · mmol/L` : ''}
        </span>
        <span className="end row gap8">
          <Segmented
            size="small"
            value={form}
            onChange={setForm}
            options={[
              { value: 'trend', label: '走势' },
              { value: 'day', label: '一天' },
            ]}
          />
          <Segmented
            size="small"
            value={days}
            onChange={setDays}
            options={spans.map((span) => ({ value: span, label: span === 1 ? '今天' : `${span} 天` }))}
          />
          {importButton}
        </span>
      </div>
      <Answered query={query} rows={6}>
        {(shown) =>
          shown.total === 0 ? (
            <EmptyState
              title={`这${days === 1 ? '一天' : ` ${days} 天`}没有血糖记录`}
              detail="患者连上血糖仪会自己传来；也可以导入动态血糖文件。"
            />
          ) : (
            <>
              {shown.current ? null : (
                <div className="caption">
                  近来没有读数，这是 {dateWords(shown.from, timeZone)}–{dateWords(shown.to, timeZone)}
                </div>
              )}
              {form === 'trend' ? <TrendChart view={shown} /> : <DayChart view={shown} />}
              <RangeSummary view={shown} />
              <GlucoseFigures summary={shown.summary} latest={shown.latest} now={now} timeZone={timeZone} />
              {shown.attribution ? <div className="caption">数据来源：{shown.attribution}</div> : null}
            </>
          )
        }
      </Answered>
      {importing ? (
        <ImportDialog patientId={patientId} timeZone={timeZone} onClose={() => setImporting(false)} />
      ) : null}
    </section>
  )
}
