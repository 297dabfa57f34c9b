import { App, Button, Collapse, Segmented } from 'antd'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { saveText } from '../csv/save-text'
import { countWords, percent } from '../look/number-words'
import { Page } from '../shell/page'
import { Answered } from '../states/answered'
import { EmptyState } from '../states/empty-state'
import { dateWords } from '../time/time-words'
import { ByDayChart, byDayLook } from './by-day-chart'
import { byDayCsv } from './by-day-csv'
import { FigureTile } from './figure-tile'
import { HandOverReasons } from './hand-over-reasons'
import { SatisfactionPanel } from './satisfaction-panel'
import { timeFigure } from './time-figure'

const spans = [7, 30, 90] as const

/** How a programme's conversations went over some days, every figure with its definition and what it is out of. */
export function ConversationFiguresPage() {
  const { id = '' } = useParams()
  const { message } = App.useApp()
  const [days, setDays] = useState<number>(30)
  const programmes = useAnswer('programmes', {}, 'once').data?.programmes ?? []
  const query = useAnswer('conversationFigures', { params: { id }, query: { days } }, 'once')
  return (
    <Page
      crumbs={[
        { title: programmes.find((one) => one.id === id)?.name ?? '项目', to: `/programmes/${id}` },
        { title: '对话数据' },
      ]}
      tabTitle="对话数据"
    >
      <Answered query={query} rows={10}>
        {(figures) => {
          const { questions, handOvers, satisfaction, byDay, definitions } = figures
          const says = (figure: string) => definitions.find((one) => one.figure === figure)?.zh
          const answered = percent(questions.answered, questions.received)
          const good = percent(satisfaction.good, satisfaction.answered)
          return (
            <>
              <div className="page-head">
                <h1 className="title">对话数据</h1>
                <span className="second">
                  {dateWords(figures.from)} 至 {dateWords(figures.to)}
                </span>
                <span className="grow" />
                <Segmented
                  value={days}
                  onChange={setDays}
                  options={spans.map((value) => ({ value, label: `近 ${value} 天` }))}
                />
                <Button
                  icon={<Download size={16} strokeWidth={1.7} />}
                  disabled={byDay.length === 0}
                  onClick={() => {
                    saveText('对话数据.csv', byDayCsv(byDay))
                    void message.success(`已导出 ${byDay.length} 天`)
                  }}
                >
                  导出 CSV
                </Button>
              </div>
              <div className="figure-row">
                <FigureTile
                  title="助手独自答上"
                  value={answered === null ? '—' : answered.toFixed(1)}
                  {...(answered === null ? {} : { unit: '%' })}
                  of={`${countWords(questions.answered)} / ${countWords(questions.received)} 条患者消息`}
                  definition={says('questions')}
                />
                <FigureTile
                  title="第一次回复 · 中位"
                  {...timeFigure(figures.firstResponse)}
                  definition={says('firstResponse')}
                />
                <FigureTile
                  title="只算上班时间 · 中位"
                  {...timeFigure(figures.firstResponseOpen)}
                  definition={says('firstResponseOpen')}
                />
                <FigureTile
                  title="到交还助手 · 中位"
                  {...timeFigure(figures.resolution)}
                  definition={says('resolution')}
                />
                <FigureTile
                  title="满意"
                  value={good === null ? '—' : good.toFixed(1)}
                  {...(good === null ? {} : { unit: '%' })}
                  of={`${countWords(satisfaction.good)} / ${countWords(satisfaction.answered)} 次评价`}
                  definition={says('satisfaction')}
                />
              </div>
              <section className="panel" aria-label="每天" style={{ marginBottom: 12 }}>
                <div className="panel-head">
                  <h3>每天</h3>
                  <span className="second">
                    共 {countWords(questions.received)} 条患者消息，{countWords(handOvers.total)} 次转人工
                  </span>
                  <span className="end row gap16 caption">
                    {Object.values(byDayLook).map(({ word, fill }) => (
                      <span key={word} className="row gap4">
                        <i className="swatch" style={{ background: fill }} />
                        {word}
                      </span>
                    ))}
                  </span>
                </div>
                {byDay.every(({ received, handedOver }) => received === 0 && handedOver === 0) ? (
                  <EmptyState title="这些天还没有对话" detail="患者说了话，就会按天画在这里。" />
                ) : (
                  <ByDayChart byDay={byDay} />
                )}
              </section>
              <div className="row gap12 stretch">
                <HandOverReasons handOvers={handOvers} />
                <SatisfactionPanel satisfaction={satisfaction} />
              </div>
              <Collapse
                className="definition-list"
                size="small"
                items={[
                  {
                    key: 'definitions',
                    label: '每个数怎么算',
                    children: definitions.map(({ figure, zh }) => (
                      <p key={figure} className="second">
                        {zh}
                      </p>
                    )),
                  },
                ]}
              />
            </>
          )
        }}
      </Answered>
    </Page>
  )
}
