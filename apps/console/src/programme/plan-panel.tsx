import type { ProgrammePage } from '@suixing/contracts'
import { ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import { anchorWords } from './anchor-words'
import { PlanStepCard } from './plan-step-card'
import { stepKey } from './step-key'

type Plan = ProgrammePage['plans'][number]

/** One plan: its steps in order, from the event it counts from. */
export function PlanPanel({
  plan,
  chosenStep,
  onChoose,
}: {
  plan: Plan
  chosenStep: string | null
  onChoose: (key: string) => void
}) {
  return (
    <section className="panel" aria-label={plan.title}>
      <div className="panel-head">
        <h3>{plan.title}</h3>
        <span className="tag brand">版本 {plan.version}</span>
        <span className="end caption">
          从「{anchorWords(plan.anchor)}」起 · {plan.steps.length} 步
        </span>
      </div>
      <div className="plan-steps">
        {plan.steps.map((step, index) => (
          <Fragment key={step.id}>
            {index > 0 ? <ChevronRight size={16} color="var(--ink-4)" /> : null}
            <PlanStepCard
              step={step}
              chosen={chosenStep === stepKey(plan, step)}
              onChoose={() => onChoose(stepKey(plan, step))}
            />
          </Fragment>
        ))}
      </div>
    </section>
  )
}
