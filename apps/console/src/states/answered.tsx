import type { ReactNode } from 'react'
import { FailureNotice } from './failure-notice'
import { SkeletonPanel } from './skeleton-panel'

/** As much of a query as drawing it takes. */
export interface Answering<Answer> {
  readonly data: Answer | undefined
  readonly error: unknown
  readonly isPlaceholderData: boolean
  readonly refetch: () => unknown
}

/** Loading, failed, shown: one way for every page. What was read before stays on screen under the notice of a later failure. */
export function Answered<Answer>({
  query,
  rows = 6,
  children,
}: {
  query: Answering<Answer>
  rows?: number
  children: (answer: Answer) => ReactNode
}) {
  const retry = () => void query.refetch()
  if (query.data === undefined)
    return query.error ? <FailureNotice error={query.error} onRetry={retry} /> : <SkeletonPanel rows={rows} />
  return (
    <>
      {query.error ? (
        <div style={{ marginBottom: 12 }}>
          <FailureNotice error={query.error} onRetry={retry} />
        </div>
      ) : null}
      <div
        className="answered"
        aria-busy={query.isPlaceholderData}
        style={query.isPlaceholderData ? { opacity: 0.6 } : {}}
      >
        {children(query.data)}
      </div>
    </>
  )
}
