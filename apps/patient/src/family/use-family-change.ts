import type { FamilyMembers } from '@suixing/contracts'
import { asFailure, type ApiFailure } from '@suixing/ui'
import { useRef, useState } from 'react'

/** Sends one change of the family at a time; each answers who is left. */
export const useFamilyChange = (onChanged: (members: FamilyMembers) => void) => {
  const [state, setState] = useState<{ busy: boolean; failure: ApiFailure | null }>({ busy: false, failure: null })
  // A second tap may come before the busy state is drawn.
  const underWay = useRef(false)
  const change = (send: () => Promise<FamilyMembers>): void => {
    if (underWay.current) return
    underWay.current = true
    setState({ busy: true, failure: null })
    send()
      .then(
        (members) => {
          onChanged(members)
          setState({ busy: false, failure: null })
        },
        (caught: unknown) => setState({ busy: false, failure: asFailure(caught) }),
      )
      .finally(() => {
        underWay.current = false
      })
  }
  return { ...state, change }
}
