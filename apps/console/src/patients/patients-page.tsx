import { App, Button } from 'antd'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '../api/use-answer'
import { saveText } from '../csv/save-text'
import { countWords } from '../look/number-words'
import { Page } from '../shell/page'
import { Answered } from '../states/answered'
import { EmptyState } from '../states/empty-state'
import { PatientFilterBar } from './patient-filter-bar'
import { PatientTable } from './patient-table'
import { patientsCsv } from './patients-csv'
import { usePatientFilter } from './use-patient-filter'

const pageSize = 50

/** All patients one may see: found by name, filtered, paged by cursor, saved as CSV. */
export function PatientsPage() {
  const { message } = App.useApp()
  const controls = usePatientFilter()
  const { filter } = controls
  const filterKey = JSON.stringify(filter)
  const [pages, setPages] = useState<{ key: string; cursors: readonly string[] }>({ key: filterKey, cursors: [] })
  const cursors = pages.key === filterKey ? pages.cursors : []
  const go = (next: readonly string[]) => setPages({ key: filterKey, cursors: next })
  const query = useAnswer('consolePatients', { query: { ...filter, after: cursors.at(-1), limit: pageSize } })
  const now = useAnswer('consoleMe').data?.clock.now
  // The host counts by programme and status; a name or a need is looked for page by page.
  const counted = filter.q === '' && filter.needs === undefined
  const filtered = filter.q !== '' || filter.status !== undefined || filter.needs !== undefined
  const save = () => {
    if (!query.data) return
    saveText('患者.csv', patientsCsv(query.data.rows))
    void message.success(`已导出这一页的 ${query.data.rows.length} 行`)
  }
  return (
    <Page crumbs={[{ title: '患者' }]} tabTitle="患者">
      <div className="page-head">
        <h1 className="title">患者</h1>
        <span className="second">{query.data && counted ? `共 ${countWords(query.data.total)} 位` : ''}</span>
        <span className="grow" />
        <Button icon={<Download size={16} strokeWidth={1.7} />} disabled={!query.data?.rows.length} onClick={save}>
          导出 CSV
        </Button>
      </div>
      <PatientFilterBar {...controls} />
      <Answered query={query} rows={8}>
        {({ rows, next, total }) =>
          rows.length === 0 && cursors.length === 0 ? (
            <div className="panel">
              {filtered ? (
                <EmptyState title="没有符合的患者" detail="换个名字或放宽条件再找。" />
              ) : (
                <EmptyState title="还没有患者" detail="患者扫医生的联系码，就会出现在这里。" />
              )}
            </div>
          ) : (
            <div className="panel" style={{ padding: '4px 10px 10px' }}>
              <PatientTable rows={rows} now={now ?? rows[0]?.lastActivityAt ?? ''} />
              <div className="row gap8" style={{ padding: '10px 8px 0' }}>
                <span className="caption">
                  第 {cursors.length * pageSize + 1}–{cursors.length * pageSize + rows.length} 位
                  {counted ? `，共 ${countWords(total)} 位` : next === null ? '' : '，后面还有'}
                </span>
                <span className="grow" />
                <Button disabled={cursors.length === 0} onClick={() => go(cursors.slice(0, -1))}>
                  上一页
                </Button>
                <Button disabled={next === null} onClick={() => next !== null && go([...cursors, next])}>
                  下一页
                </Button>
              </div>
            </div>
          )
        }
      </Answered>
    </Page>
  )
}
