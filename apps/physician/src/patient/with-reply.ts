import type { AnswerOf, PatientPage } from '@suixing/contracts'

/** The page with a reply just accepted: its message on top, once, and what the window still allows. */
export const withReply = (page: PatientPage, { message, window }: AnswerOf<'reply'>): PatientPage => ({
  ...page,
  patient: page.patient && { ...page.patient, window },
  timeline: [
    { kind: 'message', id: message.id, at: message.at, message },
    ...page.timeline.filter((item) => !(item.kind === 'message' && item.message.id === message.id)),
  ],
})
