import type { EnrolmentOffer, PatientMe } from '@suixing/contracts'
import { asFailure, type ApiFailure } from '@suixing/ui'
import { useRef, useState } from 'react'
import { call } from '../api'
import { agreementOf, forgetAgreement } from './agreement'
import { forgetDraft, readDraft, writeDraft, type EnrolmentDraft } from './draft'
import { enrolRequest } from './enrol-request'

/** Where the joining stands. `send` in `sending` does nothing, so one tap is one request. */
export type Sending =
  | { readonly kind: 'open' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly failure: ApiFailure }
  | { readonly kind: 'joined'; readonly me: PatientMe }

/** Answers of one enrolment and the single request that sends them. */
export const useEnrolment = (enrolmentId: string) => {
  const [draft, setDraft] = useState<EnrolmentDraft>(() => readDraft(enrolmentId))
  const [sending, setSending] = useState<Sending>({ kind: 'open' })
  // Two answers may come before the page is drawn again: each is laid on the newest draft, not on the drawn one.
  const newest = useRef(draft)
  // A second tap may come before the busy button is drawn.
  const underWay = useRef(false)
  const change = (answer: Partial<EnrolmentDraft>) => {
    const next = { ...newest.current, ...answer }
    newest.current = next
    setDraft(next)
    writeDraft(enrolmentId, next)
    if (sending.kind === 'failed') setSending({ kind: 'open' })
  }
  const send = async (offer: EnrolmentOffer): Promise<void> => {
    const agreement = agreementOf(enrolmentId)
    const body = agreement && enrolRequest(agreement, draft)
    if (!body || underWay.current) return
    underWay.current = true
    setSending({ kind: 'sending' })
    try {
      const me = await call('enrol', { params: { id: offer.enrolmentId }, body })
      forgetDraft(enrolmentId)
      forgetAgreement(enrolmentId)
      setSending({ kind: 'joined', me })
    } catch (caught) {
      const failure = asFailure(caught)
      if (failure.code === 'consent-outdated') forgetAgreement(enrolmentId)
      setSending({ kind: 'failed', failure })
    } finally {
      underWay.current = false
    }
  }
  return { draft, sending, change, send, agreed: agreementOf(enrolmentId) !== null }
}
