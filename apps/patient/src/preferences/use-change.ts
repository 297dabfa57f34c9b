import type { PatientMe } from '@suixing/contracts'
import { asFailure, type ApiFailure } from '@suixing/ui'
import { useRef, useState } from 'react'

/** Sends one change at a time; each answers the whole of `patientMe`, which then is what the page shows. */
export const useChange = (onChanged: (me: PatientMe) => void) => {
  const [state, setState] = useState<{ busy: boolean; failure: ApiFailure | null }>({ busy: false, failure: null })
  // A second tap may come before the busy state is drawn.
  const underWay = useRef(false)
  const change = async (send: () => Promise<PatientMe>): Promise<void> => {
    if (underWay.current) return
    underWay.current = true
    setState({ busy: true, failure: null })
    try {
      onChanged(await send())
      setState({ busy: false, failure: null })
    } catch (caught) {
      setState({ busy: false, failure: asFailure(caught) })
    } finally {
      underWay.current = false
    }
  }
  return { ...state, change }
}
