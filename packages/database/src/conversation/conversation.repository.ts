import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { conversations } from './conversation.collection'
import type { ConversationRow } from './conversation.collection'
import { handOverMoves } from './hand-over-moves'
import { inboxQueries } from './inbox-queries'
import { kfWindow } from './kf-window'
import { readMarks } from './read-marks'

export type { ReservationPurpose } from './kf-window'

/** Conversations: their shared kf window, their way between assistant and people, their place in an inbox. */
export function conversationRepository(connection: Connection) {
  const model = modelOf(connection, conversations)
  return {
    ...kfWindow(model),
    ...handOverMoves(model),
    ...inboxQueries(model),
    ...readMarks(model),
    byId: (id: string): Promise<ConversationRow | null> => model.findById(id).lean<ConversationRow>().exec(),
    byIds: (ids: readonly string[]): Promise<ConversationRow[]> =>
      model
        .find({ _id: { $in: [...ids] } })
        .lean<ConversationRow[]>()
        .exec(),
    ofPatient: (patientId: string): Promise<ConversationRow[]> =>
      model.find({ patientId }).lean<ConversationRow[]>().exec(),
    ofPatients: (patientIds: readonly string[]): Promise<ConversationRow[]> =>
      model
        .find({ patientId: { $in: [...patientIds] } })
        .lean<ConversationRow[]>()
        .exec(),
    /** Ids of the conversations somebody takes part in. */
    idsOfParticipant: (staffId: string): Promise<string[]> => model.distinct('_id', { participants: staffId }).exec(),
    countWaiting: (programmeId: string): Promise<number> =>
      model.countDocuments({ programmeId, state: 'waiting' }).exec(),
    async open(row: Pick<ConversationRow, '_id' | 'patientId' | 'programmeId'>): Promise<void> {
      const { _id, patientId, programmeId } = row
      const fresh: Omit<ConversationRow, '_id'> = {
        patientId,
        programmeId,
        state: 'assistant',
        waitingSince: null,
        waitingUrgent: false,
        waitingFor: null,
        because: null,
        handOverId: null,
        personSince: null,
        assignedTo: null,
        participants: [],
        labels: [],
        snoozedUntil: null,
        last: null,
        lastAt: '',
        lastPatientAt: null,
        lastPatientVia: null,
        unreadFor: [],
        readBy: [],
        readByTeam: null,
        readByPatient: null,
        names: [],
        activity: 0,
        kf: null,
      }
      await model.updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true })
    },
  }
}
export type ConversationRepository = ReturnType<typeof conversationRepository>
