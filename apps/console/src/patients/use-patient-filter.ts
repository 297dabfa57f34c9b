import { enrolmentStatus, type EnrolmentStatus } from '@suixing/contracts'
import { useDeferredValue, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router-dom'
import { patientNeed, type PatientNeed } from './patient-needs'

export interface PatientFilter {
  readonly q: string
  readonly status: EnrolmentStatus | undefined
  readonly needs: PatientNeed | undefined
  readonly programmeId: string | undefined
}

/** The filter of the list. Programme, status and need stand in the address; a name never does, it comes as navigation state. */
export function usePatientFilter() {
  const [search, setSearch] = useSearchParams()
  const location = useLocation()
  const asked = (location.state as { q?: string } | null)?.q ?? ''
  const [typed, setTyped] = useState({ key: location.key, q: asked })
  const q = typed.key === location.key ? typed.q : asked || typed.q
  const status = enrolmentStatus.safeParse(search.get('status')).data
  const filter: PatientFilter = {
    q: useDeferredValue(q.trim()),
    status,
    needs: patientNeed(search.get('needs')),
    programmeId: search.get('programmeId') ?? undefined,
  }
  const set = (key: 'status' | 'needs' | 'programmeId', value: string | undefined) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value) next.set(key, value)
        else next.delete(key)
        return next
      },
      { replace: true },
    )
  return { filter, q, type: (text: string) => setTyped({ key: location.key, q: text }), set }
}
