import { Button } from 'antd'
import { Users } from 'lucide-react'
import { Link, useParams } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { Page } from '../shell/page'
import { Answered } from '../states/answered'
import { EmptyState } from '../states/empty-state'
import { TouchpointWhy } from './touchpoint-why'

/** One touchpoint alone: why it is where it is. */
export function WhyPage() {
  const { id = '', touchpointId = '' } = useParams()
  const query = useAnswer('consolePatient', { params: { id } })
  const name = query.data?.name ?? '患者资料'
  return (
    <Page
      crumbs={[{ title: '患者', to: '/patients' }, { title: name, to: `/patients/${id}` }, { title: '为什么' }]}
      tabTitle="为什么"
    >
      <Answered query={query}>
        {(patient) => {
          const touchpoint = patient.touchpoints.find((each) => each.id === touchpointId)
          if (touchpoint) return <TouchpointWhy touchpoint={touchpoint} patient={patient} />
          return (
            <div className="panel">
              <EmptyState
                title="没有这个触点"
                detail="它可能属于别的患者。"
                action={
                  <Link to={`/patients/${id}`}>
                    <Button icon={<Users size={16} />}>看患者</Button>
                  </Link>
                }
              />
            </div>
          )
        }}
      </Answered>
    </Page>
  )
}
