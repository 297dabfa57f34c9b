import type { GateOutcome } from '@suixing/contracts'
import { Check, Minus, Moon, UserRound, X } from 'lucide-react'
import { decidingGate, gateWords, verdictWords } from './gate-words'

const looks = {
  pass: { tone: 'ok', Icon: Check },
  defer: { tone: 'warn', Icon: Moon },
  skip: { tone: '', Icon: X },
  'to-person': { tone: 'kin', Icon: UserRound },
  'not-applicable': { tone: '', Icon: Minus },
} as const

/** The gates in the order they were asked, with what each looked at; the one that decided is tinted. */
export function GateList({ gates, density }: { gates: readonly GateOutcome[]; density: 'page' | 'row' }) {
  const deciding = decidingGate(gates)
  return (
    <ol className={density === 'page' ? 'gates' : 'gates narrow'}>
      {gates.map((gate) => {
        const { tone, Icon } = looks[gate.verdict]
        const decides = gate === deciding
        return (
          <li
            key={gate.gate}
            className={decides ? `gate deciding ${gate.verdict}` : 'gate'}
            aria-current={decides ? 'true' : undefined}
          >
            <span className={`disc ${tone}`}>
              <Icon size={15} strokeWidth={2.2} />
            </span>
            <span className="gate-name">{gateWords[gate.gate]}</span>
            <span className="gate-says">{gate.says.zh}</span>
            <span className="gate-verdict">{verdictWords[gate.verdict]}</span>
          </li>
        )
      })}
    </ol>
  )
}
