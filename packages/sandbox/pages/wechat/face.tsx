import { Mark } from '../look/mark'

/** Whose face stands beside a message or a chat. */
export type FaceOf = { kind: 'patient' | 'person' | 'service'; name: string } | { kind: 'assistant' }

export function Face(props: { of: FaceOf; unread?: number }) {
  const { of } = props
  return (
    <span className={`face ${of.kind}`} aria-hidden="true">
      {of.kind === 'assistant' ? <Mark size={48} /> : of.name.slice(0, 1)}
      {props.unread ? <span className="unread">{props.unread}</span> : null}
    </span>
  )
}
