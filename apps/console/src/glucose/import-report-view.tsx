import { Table } from 'antd'
import { countWords } from '../look/number-words'
import { dayWords, timeWords } from '../time/time-words'
import { wallClock } from '../time/wall-clock'
import { noteLines } from './note-lines'
import type { ImportReport } from './use-import'

const moment = (instant: string, timeZone: string) =>
  `${wallClock(instant, timeZone).year}年${dayWords(instant, timeZone)} ${timeWords(instant, timeZone)}`

/** What a file holds: rows taken, duplicates, others, and every rejected row with its line and reason. */
export function ImportReportView({ report, timeZone }: { report: ImportReport; timeZone: string }) {
  const { rows, taken, duplicateInFile, duplicateStored, otherRows, rejected, rejectedTotal, notes, firstAt, lastAt } =
    report
  const parts = [
    { word: report.mode === 'commit' ? '已写入' : '会写入', count: taken, tone: 'ink-ok' },
    { word: '文件里重复', count: duplicateInFile, tone: '' },
    { word: '以前导过', count: duplicateStored, tone: '' },
    { word: '不是血糖', count: otherRows, tone: '' },
    { word: '读不懂', count: rejectedTotal, tone: rejectedTotal > 0 ? 'ink-warn' : '' },
  ]
  return (
    <div>
      <div className="second">
        {report.format} · {report.unit === 'mixed' ? '两种单位' : report.unit} · {countWords(rows)} 行
        {firstAt && lastAt ? ` · ${moment(firstAt, timeZone)} 至 ${moment(lastAt, timeZone)}` : ''}
      </div>
      <div className="row report-parts">
        {parts.map(({ word, count, tone }) => (
          <div key={word} className="grow">
            <div className={`figure ${tone}`} style={{ fontSize: 22 }}>
              {countWords(count)}
            </div>
            <div className="caption">{word}</div>
          </div>
        ))}
      </div>
      {noteLines(notes).map((text) => (
        <div key={text} className="caption">
          {text}
        </div>
      ))}
      {rejected.length > 0 ? (
        <>
          <div className="part-title">
            读不懂的行{rejectedTotal > rejected.length ? `（先列 ${rejected.length} 行，共 ${rejectedTotal} 行）` : ''}
          </div>
          <Table
            rowKey={(row) => `${row.line}-${row.field}`}
            size="small"
            pagination={false}
            scroll={{ y: 180 }}
            dataSource={rejected}
            columns={[
              { title: '第几行', dataIndex: 'line', width: 80 },
              { title: '哪一列', dataIndex: 'field', width: 140 },
              { title: '为什么', dataIndex: 'text' },
            ]}
          />
        </>
      ) : null}
    </div>
  )
}
