import type { ProgrammePage } from '@suixing/contracts'
import { MessageSquareText } from 'lucide-react'
import { channelWords } from '../touchpoints/channel-words'

type Step = ProgrammePage['plans'][number]['steps'][number]

/** One step of a plan as a card; pressing it shows its text. */
export function PlanStepCard({ step, chosen, onChoose }: { step: Step; chosen: boolean; onChoose: () => void }) {
  return (
    <button
      type="button"
      className={chosen ? 'plan-step chosen' : 'plan-step'}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <span className="row gap8">
        <span className="plan-step-icon">
          <MessageSquareText size={14} strokeWidth={1.9} />
        </span>
        <b className="ellipsis">{step.title}</b>
      </span>
      <span className="second">{step.when}</span>
      <span className="caption">{step.channels.map(channelWords).join(' › ')}</span>
    </button>
  )
}
