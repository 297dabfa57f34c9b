import { useDeferredValue, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { inboxFilterOf } from './inbox-filter'
import type { InboxChoice } from './use-inbox'

/** What the list shows. Filter, label and programme stand in the address; a name or somebody's words never do. */
export function useInboxChoice() {
  const [params, setParams] = useSearchParams()
  const [q, type] = useState('')
  const words = useDeferredValue(q.trim())
  const label = params.get('label')
  const programmeId = params.get('programmeId')
  const choice: InboxChoice = {
    filter: inboxFilterOf(params.get('filter')),
    ...(words ? { q: words } : {}),
    ...(label ? { label } : {}),
    ...(programmeId ? { programmeId } : {}),
  }
  const set = (key: 'filter' | 'label' | 'programmeId', value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value) next.set(key, value)
        else next.delete(key)
        return next
      },
      { replace: true },
    )
  const text = params.toString()
  return { choice, q, type, set, search: text ? `?${text}` : '' }
}
