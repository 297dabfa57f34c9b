import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/**
 * One conversation per patient and programme (or, before the kf user is linked, per kf user). `kf` holds the window:
 * who it is, until when, and the ids of what was reserved since the patient's last message (at most five).
 */
export interface ConversationRow {
  _id: string
  patientId: string | null
  programmeId: string
  state: 'assistant' | 'waiting' | 'person'
  waitingSince: string | null
  /** Whether what waits is a red flag: it stands before everything else. */
  waitingUrgent: boolean
  /** When a person last replied; the assistant takes over again some hours later. */
  personSince: string | null
  /** What waits: the patient's words, for the list of the physician. */
  waitingFor: string | null
  kf: {
    openKfid: string
    externalUserid: string
    lastPatientAt: string | null
    closesAt: string | null
    spent: string[]
  } | null
}
export const conversations: CollectionDeclaration<ConversationRow> = {
  name: 'conversations',
  growing: true,
  fields: {
    _id: String,
    patientId: { type: String, default: null },
    programmeId: String,
    state: String,
    waitingSince: { type: String, default: null },
    waitingUrgent: { type: Boolean, default: false },
    personSince: { type: String, default: null },
    waitingFor: { type: String, default: null },
    kf: { type: Schema.Types.Mixed, default: null },
  } as never,
  indexes: [[{ patientId: 1 }], [{ programmeId: 1, state: 1 }]],
}
