import { Button } from 'antd'
import { TriangleAlert, Wifi } from 'lucide-react'
import { ApiFailure, failureCode, type FailureCode } from '../api/api-failure'
import { failureWords } from '../api/failure-words'

/** Answers that asking again will not change. */
const settled: readonly FailureCode[] = ['forbidden', 'not-found']

/** What happened, what is safe, what to do; the request number lets an engineer find the line in the log. */
export function FailureNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, next } = failureWords(error)
  const detail = error instanceof ApiFailure ? error.detail : {}
  const code = failureCode(error)
  const Icon = code === 'unreachable' ? Wifi : TriangleAlert
  return (
    <div className="notice" role="alert">
      <Icon size={20} strokeWidth={1.7} color="var(--warn)" style={{ marginTop: 2 }} />
      <div className="grow">
        <b>{title}</b>
        <div className="second">
          {detail.hint ?? next}
          {detail.field ? `（${detail.field}）` : null}
        </div>
        {detail.requestId ? <div className="caption">编号 {detail.requestId}</div> : null}
      </div>
      {onRetry && !settled.includes(code) ? <Button onClick={onRetry}>再试一次</Button> : null}
    </div>
  )
}
