import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCall } from '../api/call-context'
import { sinceQuery } from '../api/since-query'
import { countWords } from '../look/number-words'

/** How many patients wait for a person, in red while the first of them is urgent; nothing when nobody waits. */
export function WaitingCount() {
  const call = useCall()
  const cache = useQueryClient()
  const inbox = useQuery(sinceQuery(call, cache, 'consoleInbox', { query: { filter: 'waiting', limit: 1 } })).data
  if (!inbox || inbox.counts.waiting === 0) return null
  const urgent = inbox.rows[0]?.urgent ?? false
  return (
    <span
      className={urgent ? 'side-count urgent' : 'side-count'}
      aria-label={`${inbox.counts.waiting} 位在等${urgent ? '，有紧急的' : ''}`}
    >
      {countWords(inbox.counts.waiting)}
    </span>
  )
}
