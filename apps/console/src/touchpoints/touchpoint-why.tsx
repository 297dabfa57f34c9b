import type { ConsolePatientPage, TouchpointView } from '@suixing/contracts'
import { Button } from 'antd'
import { Users } from 'lucide-react'
import { Link } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { distanceWords } from '../time/time-words'
import { channelWords } from './channel-words'
import { GateList } from './gate-list'
import { LadderChart } from './ladder-chart'
import { TouchpointChip } from './touchpoint-chip'
import { TouchpointHistory } from './touchpoint-history'
import { TouchpointIdentity } from './touchpoint-identity'
import { touchpointLook } from './touchpoint-look'
import { verdictSentence } from './verdict-sentence'

/** Verdict, ladder of instants, gates in order, history and identity of one touchpoint. */
export function TouchpointWhy({ touchpoint, patient }: { touchpoint: TouchpointView; patient: ConsolePatientPage }) {
  const programmeId = patient.enrolments[0]?.programmeId ?? ''
  const quietHours = useAnswer('programme', { params: { id: programmeId } }, 'once').data?.quietHours ?? null
  const { now, timeZone } = patient
  const { tone, Icon } = touchpointLook(touchpoint)
  return (
    <>
      <div className="page-head" style={{ marginBottom: 14 }}>
        <div>
          <div className="row gap8">
            <h1 className="title">{touchpoint.stepTitle}</h1>
            <TouchpointChip touchpoint={touchpoint} />
          </div>
          <div className="second">
            {patient.name} · {touchpoint.planTitle} · 第 {touchpoint.ordinal} 次 · 版本 {touchpoint.planVersion}
          </div>
        </div>
        <span className="grow" />
        <Link to={`/patients/${patient.id}`}>
          <Button icon={<Users size={16} strokeWidth={1.7} />}>看患者</Button>
        </Link>
      </div>
      <div className="row gap12 top-line">
        <div className="col gap12" style={{ flex: '764 1 0', minWidth: 0 }}>
          <section className="panel" aria-label="结论">
            <div className="row gap12 top-line">
              <span className={`disc verdict ${tone}`}>
                <Icon size={22} strokeWidth={1.7} />
              </span>
              <div>
                <div style={{ fontSize: 17, lineHeight: '26px', fontWeight: 600 }}>
                  {verdictSentence(touchpoint, now, timeZone)}
                </div>
                <div className="second">
                  {distanceWords(touchpoint.due, now)}
                  {touchpoint.channel ? ` · 渠道：${channelWords(touchpoint.channel)}` : ''} · 患者时区 {timeZone}
                </div>
              </div>
            </div>
            <LadderChart touchpoint={touchpoint} now={now} timeZone={timeZone} quietHours={quietHours} />
          </section>
          <section className="panel" aria-label="决定是怎么做出来的" style={{ paddingBottom: 8 }}>
            <div className="panel-head">
              <h3>决定是怎么做出来的</h3>
              <span className="end caption">最近一次 · 从上往下，第一个不通过的说了算</span>
            </div>
            {touchpoint.gates ? (
              <GateList gates={touchpoint.gates} density="page" />
            ) : (
              <div className="second">还没到点，还没有做过决定。到点时会逐项判断。</div>
            )}
          </section>
        </div>
        <div className="col gap12" style={{ flex: '404 1 0', minWidth: 0 }}>
          <section className="panel" aria-label="经过">
            <h3 style={{ marginBottom: 12 }}>经过</h3>
            <TouchpointHistory touchpoint={touchpoint} now={now} timeZone={timeZone} />
          </section>
          <TouchpointIdentity touchpoint={touchpoint} />
        </div>
      </div>
    </>
  )
}
