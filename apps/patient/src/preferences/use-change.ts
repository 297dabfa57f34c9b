import type { PatientMe } from '@suixing/contracts'
import { asFailure, type ApiFailure } from '@suixing/ui'
import { useState } from 'react'

/** Sends one change at a time; each answers the whole of `patientMe`, which then is what the page shows. */
export const useChange = (onChanged: (me: PatientMe) => void) => {
  const [state, setState] = useState<{ busy: boolean; failure: ApiFailure | null }>({ busy: false, failure: null })
  const change = async (send: () => Promise<PatientMe>): Promise<void> => {
    if (state.busy) return
    setState({ busy: true, failure: null })
    try {
      onChanged(await send())
      setState({ busy: false, failure: null })
    } catch (caught) {
      setState({ busy: false, failure: asFailure(caught) })
    }
  }
  return { ...state, change }
}
