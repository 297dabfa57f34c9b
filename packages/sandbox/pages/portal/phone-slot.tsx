import type { ReactNode } from 'react'

/** A phone in its case beside its owner's name, drawn at 83 % of 375×812, with a switch between two things it shows. */
export function PhoneSlot<Choice extends string>(props: {
  name: string
  role: string
  choices: readonly { id: Choice; label: string }[]
  chosen: Choice
  onChoose: (choice: Choice) => void
  testId: string
  children: ReactNode
}) {
  return (
    <section className="slot" aria-label={`${props.name}（${props.role}）`} data-testid={props.testId}>
      <header>
        <h2>{props.name}</h2>
        <small>{props.role}</small>
        <div className="segments" role="group" aria-label={`${props.name}的手机显示`}>
          {props.choices.map((choice) => (
            <button
              key={choice.id}
              type="button"
              aria-pressed={choice.id === props.chosen}
              data-testid={`${props.testId}-${choice.id}`}
              onClick={() => props.onChoose(choice.id)}
            >
              {choice.label}
            </button>
          ))}
        </div>
      </header>
      <div className="case">
        <div className="glass">
          <div className="scaled">{props.children}</div>
        </div>
      </div>
    </section>
  )
}
