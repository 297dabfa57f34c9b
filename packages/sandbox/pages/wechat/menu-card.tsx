import type { MenuItem } from '../../src/world/chat'

/** A menu message: a head, choices to tap, a tail. */
export function MenuCard(props: { head: string; items: MenuItem[]; tail: string; onChoose: (index: number) => void }) {
  return (
    <div className="bubble card card-menu" data-testid="menu-card">
      {props.head ? <p>{props.head}</p> : null}
      {props.items.map((item, index) =>
        item.type === 'text' ? (
          <p key={index}>{item.content}</p>
        ) : (
          <button key={index} type="button" data-testid="menu-item" onClick={() => props.onChoose(index)}>
            {item.content}
          </button>
        ),
      )}
      {props.tail ? <p>{props.tail}</p> : null}
    </div>
  )
}
