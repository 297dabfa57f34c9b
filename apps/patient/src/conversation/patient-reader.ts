import { outbox } from '../api'
import { openCard } from './open-card'
import type { Reader } from './reader'

/** The patient: opens cards and answers menus. */
export const patientReader: Reader = {
  outbox,
  own: ({ kind }) => kind === 'patient',
  acts: (page) => ({
    onOpenCard: (card) => void openCard(card),
    onChoose: ({ text }) => outbox.sayText(text, page.programme?.id ?? null),
  }),
}
