import type { ReactNode } from 'react'
import { ChevronDown } from 'lucide-react'

/** Somebody whose phone can be shown. */
export interface PhoneOwner {
  id: string
  name: string
  role: string
}

/** A phone in its case under its owner, who can be changed, drawn at 83 % of 375×812, with a switch between two things it shows. */
export function PhoneSlot<Choice extends string>(props: {
  owner: PhoneOwner
  owners: readonly PhoneOwner[]
  onOwner: (id: string) => void
  choices: readonly { id: Choice; label: string }[]
  chosen: Choice
  onChoose: (choice: Choice) => void
  testId: string
  children: ReactNode
}) {
  const { owner, owners } = props
  return (
    <section className="slot" aria-label={`${owner.name}（${owner.role}）`} data-testid={props.testId}>
      <header>
        <h2>
          <span className="owner">
            <select
              aria-label="看谁的手机"
              value={owner.id}
              data-testid={`${props.testId}-owner`}
              onChange={(event) => props.onOwner(event.target.value)}
            >
              {owners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <ChevronDown size={15} aria-hidden="true" />
          </span>
        </h2>
        <small>{owner.role}</small>
        <div className="segments" role="group" aria-label={`${owner.name}的手机显示`}>
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
