import type { Faults } from '../../src/faults'
import { faultSwitches } from './fault-switches'
import type { FaultSwitch } from './fault-switches'

/** 「捣乱开关」: makes the vendors misbehave as they are known to. */
export function FaultPanel(props: {
  faults: Faults | null
  note: string | null
  turn: (knob: FaultSwitch, to: 'on' | 'off') => void
}) {
  return (
    <>
      <section className="panel faults" aria-label="捣乱开关" data-testid="faults">
        <header>
          <h3>捣乱开关</h3>
          <small>看它扛不扛得住</small>
        </header>
        {faultSwitches.map((knob) => {
          const on = props.faults?.[knob.name] !== undefined
          return (
            <div key={knob.name} className="fault">
              <span>{knob.title}</span>
              <small>{on ? knob.on : knob.off}</small>
              <button
                type="button"
                role="switch"
                aria-checked={on}
                aria-label={knob.title}
                disabled={props.faults === null}
                data-testid={`fault-${knob.name}`}
                onClick={() => props.turn(knob, on ? 'off' : 'on')}
              />
            </div>
          )
        })}
      </section>
      {props.note ? (
        <p className="fault-note" role="status" data-testid="fault-note">
          {props.note}
        </p>
      ) : null}
    </>
  )
}
