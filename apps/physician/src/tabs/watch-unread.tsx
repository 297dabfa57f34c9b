import { useLiveQuery } from '@suixing/ui'
import { useEffect } from 'react'
import { session } from '../session/current-session'
import { fresher } from '../session/fresher'
import { unread } from './unread'

/** A page that does not show the inbox asks less often. */
const everyMs = 9000

/** Keeps the count of unread messages right on pages that do not show the inbox. Draws nothing. */
export const WatchUnread = () => {
  const live = useLiveQuery(
    'unread',
    fresher((since) => session.call('physicianInbox', { query: { filter: 'waiting', limit: 1, since } })),
    { everyMs },
  )
  const count = live.status === 'ready' ? live.value.counts.unread : undefined
  useEffect(() => {
    if (count !== undefined) unread.tell(count)
  }, [count])
  return null
}
