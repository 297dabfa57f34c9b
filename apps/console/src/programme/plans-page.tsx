import type { ProgrammePage } from '@suixing/contracts'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { Page } from '../shell/page'
import { Answered } from '../states/answered'
import { EmptyState } from '../states/empty-state'
import { minuteOfDayWords } from '../time/time-words'
import { PlanPanel } from './plan-panel'
import { PlanStepDetail } from './plan-step-detail'
import { stepKey } from './step-key'
import { TagRulePanel } from './tag-rule-panel'

const firstStep = (plans: ProgrammePage['plans']): string | null => {
  const [plan] = plans
  const [step] = plan?.steps ?? []
  return plan && step ? stepKey(plan, step) : null
}

/** A programme's plans as they run, and the rules behind its tags. */
export function PlansPage() {
  const { id = '' } = useParams()
  const query = useAnswer('programme', { params: { id } })
  const [chosen, choose] = useState<string | null>(null)
  return (
    <Page
      crumbs={[{ title: query.data?.name ?? '项目', to: `/programmes/${id}` }, { title: '随访计划' }]}
      tabTitle="随访计划"
    >
      <Answered query={query} rows={8}>
        {(programme) => {
          const shown = chosen ?? firstStep(programme.plans)
          return (
            <>
              <div className="page-head">
                <h1 className="title">随访计划</h1>
                <span className="second">
                  {programme.plans.length} 个计划 · {programme.tagRules.length} 条标签规则 · 安静时段{' '}
                  {minuteOfDayWords(programme.quietHours.from)}–{minuteOfDayWords(programme.quietHours.to)}
                </span>
              </div>
              <div className="row gap12 top-line">
                <div className="col gap12" style={{ flex: '860 1 0', minWidth: 0 }}>
                  {programme.plans.length === 0 ? (
                    <div className="panel">
                      <EmptyState title="还没有随访计划" detail="项目发布计划后，会出现在这里。" />
                    </div>
                  ) : null}
                  {programme.plans.map((plan) => (
                    <PlanPanel key={plan.id} plan={plan} chosenStep={shown} onChoose={choose} />
                  ))}
                  <TagRulePanel rules={programme.tagRules} />
                </div>
                {shown ? (
                  <div style={{ flex: '306 1 0', minWidth: 0 }}>
                    <PlanStepDetail programme={programme} stepKey={shown} />
                  </div>
                ) : null}
              </div>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}
