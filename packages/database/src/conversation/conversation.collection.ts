import type { HandOverReason, MessageView } from '@suixing/contracts'
import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/**
 * One conversation per patient and programme (or, before the kf user is linked, per kf user). `kf` holds the window: who it is,
 * until when, the ids of what was reserved since the patient's last message (at most five), and who holds the session in the
 * WeCom client. `last`, `lastAt` and `unreadFor` repeat what the messages say, so that an inbox is one query.
 */
export interface ConversationRow {
  _id: string
  patientId: string | null
  programmeId: string
  state: 'assistant' | 'waiting' | 'person'
  waitingSince: string | null
  /** Whether what waits is a red flag: it stands before everything else. */
  waitingUrgent: boolean
  /** What waits: the patient's words. */
  waitingFor: string | null
  because: HandOverReason | null
  /** The hand-over that is open. */
  handOverId: string | null
  /** When a person last replied; the assistant takes over again some hours later. */
  personSince: string | null
  assignedTo: string | null
  /** Staff who see it in the physician app: the responsible physician and whoever it was assigned, passed or escalated to. */
  participants: string[]
  labels: string[]
  snoozedUntil: string | null
  last: { at: string; messageId: string; author: MessageView['author']; text: string } | null
  lastAt: string
  lastPatientAt: string | null
  lastPatientVia: 'kf' | 'miniChat' | null
  unreadFor: string[]
  /** Up to when each of the staff read. A list, for a staff id may have dots, which a field name may not. */
  readBy: { staffId: string; at: string }[]
  readByTeam: string | null
  readByPatient: string | null
  /** Pairs of letters of the patient's name, for the search. */
  names: string[]
  /** Grows with everything a screen may show. */
  activity: number
  kf: {
    openKfid: string
    externalUserid: string
    lastPatientAt: string | null
    closesAt: string | null
    spent: string[]
    client: { userid: string; since: string } | null
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
    waitingFor: { type: String, default: null },
    because: { type: String, default: null },
    handOverId: { type: String, default: null },
    personSince: { type: String, default: null },
    assignedTo: { type: String, default: null },
    participants: { type: [String], default: [] },
    labels: { type: [String], default: [] },
    snoozedUntil: { type: String, default: null },
    last: { type: Schema.Types.Mixed, default: null },
    lastAt: { type: String, default: '' },
    lastPatientAt: { type: String, default: null },
    lastPatientVia: { type: String, default: null },
    unreadFor: { type: [String], default: [] },
    readBy: { type: [{ _id: false, staffId: String, at: String }], default: [] },
    readByTeam: { type: String, default: null },
    readByPatient: { type: String, default: null },
    names: { type: [String], default: [] },
    activity: { type: Number, default: 0 },
    kf: { type: Schema.Types.Mixed, default: null },
  } as never,
  indexes: [
    [{ patientId: 1 }],
    [{ programmeId: 1, state: 1, waitingUrgent: -1, waitingSince: 1, _id: 1 }],
    [{ programmeId: 1, lastAt: -1, _id: -1 }],
    [{ participants: 1, state: 1, waitingUrgent: -1, waitingSince: 1, _id: 1 }],
    [{ participants: 1, lastAt: -1, _id: -1 }],
    [{ assignedTo: 1, lastAt: -1, _id: -1 }],
    [{ unreadFor: 1 }],
    [{ names: 1 }],
    [{ snoozedUntil: 1 }, { partialFilterExpression: { snoozedUntil: { $type: 'string' } } }],
  ],
}
