import type { DecisionContext, DueTouchpoint, EnrolmentContext } from '../decide'

/** A touchpoint as golden cases write it down: what differs from the ordinary one. */
export type GivenTouchpoint = Partial<Omit<DueTouchpoint, 'step'>> & { readonly step?: Partial<DueTouchpoint['step']> }
export type GivenEnrolment = Partial<Omit<EnrolmentContext, 'messages' | 'facts'>>

/** Monday 2026-11-23, 10:00 in Shanghai. */
export const ordinaryNow = '2026-11-23T02:00:00.000Z'

/** Due at `ordinaryNow`, a day of window, one kf message, nothing urgent. */
export const dueTouchpoint = ({ step, ...given }: GivenTouchpoint = {}): DueTouchpoint => ({
  id: 't1',
  enrolmentId: 'e1',
  due: ordinaryNow,
  deadline: '2026-11-24T02:00:00.000Z',
  applies: true,
  ...given,
  step: {
    id: 'check',
    title: 'check',
    topic: 'followUp',
    priority: 'normal',
    offset: { days: 0, at: 600 },
    windowHours: 24,
    audience: 'patient',
    channels: ['kf'],
    content: 'hello',
    ...step,
  },
})

/** Two enrolments (`e1`, `e2`) alike: consented, quiet from 21:00 to 08:00, four kf messages left. */
export function decisionContext(
  enrolment: GivenEnrolment = {},
  { timeZone = 'Asia/Shanghai', optOuts = [] }: Partial<Pick<DecisionContext, 'timeZone' | 'optOuts'>> = {},
): DecisionContext {
  const context: EnrolmentContext = {
    status: 'enrolled',
    consent: { version: '1', scopes: ['care'], withdrawnAt: null },
    currentConsentVersion: '1',
    quietHours: { from: 1260, to: 480 },
    preferredHour: null,
    facts: {},
    messages: new Map([['hello', { contentId: 'hello', text: '您好' }]]),
    channels: { kf: { usable: true, left: 4, until: '2026-11-26T02:00:00.000Z' } },
    ...enrolment,
  }
  return {
    timeZone,
    optOuts,
    enrolments: new Map([
      ['e1', context],
      ['e2', context],
    ]),
  }
}
