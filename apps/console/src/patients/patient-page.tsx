import type { ConsolePatientPage } from '@suixing/contracts'
import { TriangleAlert } from 'lucide-react'
import { useParams } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { ConversationPanel } from '../conversation/conversation-panel'
import { GlucosePanel } from '../glucose/glucose-panel'
import { ImportRecords } from '../glucose/import-records'
import { Page } from '../shell/page'
import { Answered } from '../states/answered'
import { TouchpointPanel } from '../touchpoints/touchpoint-panel'
import { EnrolmentPanel } from './enrolment-panel'
import { patientFailures } from './patient-failures'
import { ProfilePanel } from './profile-panel'
import { StatusTag } from './status-tag'
import { TagPanel } from './tag-panel'

function Failures({ patient }: { patient: ConsolePatientPage }) {
  const failures = patientFailures(patient)
  if (failures.length === 0) return null
  return (
    <div className="notice" style={{ marginBottom: 12 }} role="status">
      <TriangleAlert size={18} strokeWidth={1.7} color="var(--warn)" style={{ marginTop: 2 }} />
      <b className="ink-warn">需要人看一眼</b>
      <span className="row gap16 wrap">
        {failures.map(({ anchor, words }) => (
          <button
            key={words}
            type="button"
            className="plain-button"
            onClick={() => document.getElementById(anchor)?.scrollIntoView({ block: 'start' })}
          >
            {words}
          </button>
        ))}
      </span>
    </div>
  )
}

/** Everything about one patient: what comes and what was, glucose, conversation; who they are and why they have which tag. */
export function PatientPage() {
  const { id = '' } = useParams()
  const query = useAnswer('consolePatient', { params: { id } })
  return (
    <Page crumbs={[{ title: '患者', to: '/patients' }, { title: query.data?.name ?? '患者资料' }]} tabTitle="患者">
      <Answered query={query} rows={10}>
        {(patient) => (
          <>
            <div className="page-head">
              <h1 className="title">{patient.name}</h1>
              {patient.enrolments.map((enrolment) => (
                <StatusTag key={enrolment.id} status={enrolment.status} />
              ))}
              <span className="second">
                {patient.enrolments
                  .map(
                    ({ programmeName, physician }) =>
                      `${programmeName}${physician ? ` · ${physician.name} ${physician.title}` : ''}`,
                  )
                  .join('；')}
              </span>
              <span className="end row gap4">
                {patient.tags.map((tag) => (
                  <span key={tag.id} className="tag brand">
                    {tag.name}
                  </span>
                ))}
              </span>
            </div>
            <Failures patient={patient} />
            <div className="row gap12 top-line">
              <div className="col gap12" style={{ flex: '780 1 0', minWidth: 0 }}>
                <TouchpointPanel
                  touchpoints={patient.touchpoints}
                  patientId={patient.id}
                  now={patient.now}
                  timeZone={patient.timeZone}
                />
                <GlucosePanel patientId={patient.id} timeZone={patient.timeZone} now={patient.now} />
                <ConversationPanel patient={patient} />
              </div>
              <div className="col gap12" style={{ flex: '388 1 0', minWidth: 0 }}>
                <EnrolmentPanel patient={patient} />
                <TagPanel patient={patient} />
                <ProfilePanel patient={patient} />
                <ImportRecords patient={patient} />
              </div>
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}
