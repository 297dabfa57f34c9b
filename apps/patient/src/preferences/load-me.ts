import type { EnrolmentOffer, PatientMe } from '@suixing/contracts'
import { call, session } from '../api'
import { currentEnrolment } from '../home/load-home'

/** What the page 我的 stands on; `offer` names the hours to choose from and the consent text, where there is an enrolment. */
export interface Me {
  readonly me: PatientMe | null
  readonly offer: EnrolmentOffer | null
}

/** Reads the person and the offer of the current enrolment; `me` null = not linked. */
export const loadMe = async (): Promise<Me> => {
  if (!(await session.linked())) return { me: null, offer: null }
  const me = await call('patientMe')
  const enrolment = currentEnrolment(me)
  if (!enrolment) return { me, offer: null }
  // Names of hours are worth having, not worth losing the page for.
  const offer = await call('enrolmentOffer', { params: { id: enrolment.id } }).catch(() => null)
  return { me, offer }
}
