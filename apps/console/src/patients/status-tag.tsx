import type { EnrolmentStatus } from '@suixing/contracts'
import { statusLook } from './status-words'

/** Status of an enrolment as a tag. */
export function StatusTag({ status }: { status: EnrolmentStatus }) {
  const { word, tone } = statusLook[status]
  return <span className={`tag ${tone}`}>{word}</span>
}
