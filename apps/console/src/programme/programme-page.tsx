import { Button } from 'antd'
import { Plus, Users } from 'lucide-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { Page } from '../shell/page'
import { Answered } from '../states/answered'
import { ContactWayPanel } from './contact-way-panel'
import { CreateContactWay } from './create-contact-way'
import { FunnelPanel } from './funnel-panel'
import { NeedsPerson } from './needs-person'
import { RateRow } from './rate-row'
import { TodayPanel } from './today-panel'
import { TouchpointPanel } from './touchpoint-panel'

/** One programme at a glance: rates, today, who needs a person, how far patients came, and the QR they come by. */
export function ProgrammePage() {
  const { id = '' } = useParams()
  const query = useAnswer('programme', { params: { id } })
  const [creating, setCreating] = useState(false)
  const [shownWay, showWay] = useState<string | null>(null)
  return (
    <Page crumbs={[{ title: '项目概览' }]} tabTitle="项目概览">
      <Answered query={query} rows={10}>
        {(programme) => (
          <>
            <div className="page-head">
              <h1 className="title">{programme.name}</h1>
              <span className="tag brand">版本 {programme.version}</span>
              <span className="second">
                {programme.organisation}
                {programme.department} · {programme.physicians.length} 位医生 · {programme.faqCount} 条问答
              </span>
              <span className="grow" />
              <Link to={`/patients?programmeId=${programme.id}`}>
                <Button icon={<Users size={16} strokeWidth={1.7} />}>看患者</Button>
              </Link>
              <Button type="primary" icon={<Plus size={16} strokeWidth={2.2} />} onClick={() => setCreating(true)}>
                为医生生成联系码
              </Button>
            </div>
            <RateRow programme={programme} />
            <div className="row gap12 stretch" style={{ marginBottom: 12 }}>
              <TodayPanel programme={programme} />
              <NeedsPerson programme={programme} />
            </div>
            <div className="row gap12 stretch">
              <FunnelPanel funnel={programme.funnel} />
              <TouchpointPanel touchpoints={programme.touchpoints} />
              <ContactWayPanel programme={programme} shownId={shownWay} />
            </div>
            {creating ? (
              <CreateContactWay
                programme={programme}
                onClose={() => setCreating(false)}
                onCreated={(wayId) => {
                  showWay(wayId)
                  setCreating(false)
                }}
              />
            ) : null}
          </>
        )}
      </Answered>
    </Page>
  )
}
