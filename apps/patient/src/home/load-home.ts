import type { PatientMe, PatientToday } from '@suixing/contracts'
import { ApiFailure } from '@suixing/ui'
import { call, session } from '../api'
import { noteIncoming } from '../messages/unread'

type Enrolment = PatientMe['enrolments'][number]

/** What the first page stands on. */
export type Home =
  | { readonly kind: 'not-linked' }
  | { readonly kind: 'invited'; readonly me: PatientMe; readonly enrolment: Enrolment }
  | { readonly kind: 'enrolled'; readonly me: PatientMe; readonly enrolment: Enrolment; readonly today: PatientToday }
  | { readonly kind: 'ended'; readonly me: PatientMe; readonly enrolment: Enrolment | null }

/** The enrolment a person cares about now: an active one, else an invitation, else the last one. */
export const currentEnrolment = ({ enrolments }: PatientMe): Enrolment | null =>
  enrolments.find(({ status }) => status === 'enrolled') ??
  enrolments.find(({ status }) => status === 'paused') ??
  enrolments.find(({ status }) => status === 'invited') ??
  enrolments[enrolments.length - 1] ??
  null

/** Reads the home page; a WeChat user the host does not know is a state of the page, not a failure. */
export const loadHome = async (): Promise<Home> => {
  if (!(await session.linked())) return { kind: 'not-linked' }
  try {
    const me = await call('patientMe')
    const enrolment = currentEnrolment(me)
    if (enrolment?.status === 'invited') return { kind: 'invited', me, enrolment }
    if (enrolment?.status !== 'enrolled' && enrolment?.status !== 'paused') return { kind: 'ended', me, enrolment }
    const today = await call('patientToday')
    if (today.reply) noteIncoming(today.reply.at)
    return { kind: 'enrolled', me, enrolment, today }
  } catch (caught) {
    if (caught instanceof ApiFailure && caught.code === 'identity-not-linked') return { kind: 'not-linked' }
    throw caught
  }
}
