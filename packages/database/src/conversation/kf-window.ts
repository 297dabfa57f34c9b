import type { Instant } from '@suixing/contracts'
import type { Model } from 'mongoose'
import type { ConversationRow } from './conversation.collection'

/** Messages that may be sent between two messages of the patient (WeCom 94677). */
const KF_WINDOW_MESSAGES = 5
const KF_WINDOW_MS = 48 * 3_600_000

/** What a reservation is for: `ordinary` stops at four; the fifth is kept for hand-over and red-flag texts. */
export type ReservationPurpose = 'ordinary' | 'hand-over'

/** The kf window of a conversation, spent by conditional updates by whoever sends. */
export function kfWindow(model: Model<ConversationRow>) {
  return {
    /** Ties a kf user to the conversation, keeping the window when it is the same user of the same kf account. */
    async setKf(id: string, openKfid: string, externalUserid: string): Promise<void> {
      await model.updateOne(
        {
          _id: id,
          $or: [{ kf: null }, { 'kf.externalUserid': { $ne: externalUserid } }, { 'kf.openKfid': { $ne: openKfid } }],
        },
        { $set: { kf: { openKfid, externalUserid, lastPatientAt: null, closesAt: null, spent: [], client: null } } },
      )
    },
    /** The patient wrote in kf at `at`: the window opens anew. An older message than the last one changes nothing. */
    async patientWrote(id: string, at: Instant): Promise<void> {
      const closesAt = new Date(Date.parse(at) + KF_WINDOW_MS).toISOString()
      await model.updateOne(
        { _id: id, kf: { $ne: null }, $or: [{ 'kf.lastPatientAt': null }, { 'kf.lastPatientAt': { $lt: at } }] },
        { $set: { 'kf.lastPatientAt': at, 'kf.closesAt': closesAt, 'kf.spent': [] } },
      )
    },
    /** Reserves one message of the window by one conditional update. The same message id reserves once. */
    async reserve(
      id: string,
      messageId: string,
      now: Instant,
      purpose: ReservationPurpose,
    ): Promise<'reserved' | 'closed' | 'spent'> {
      const limit = purpose === 'ordinary' ? KF_WINDOW_MESSAGES - 1 : KF_WINDOW_MESSAGES
      const taken = await model.updateOne(
        {
          _id: id,
          'kf.closesAt': { $gt: now },
          'kf.spent': { $ne: messageId },
          [`kf.spent.${limit - 1}`]: { $exists: false },
        },
        { $push: { 'kf.spent': messageId } },
      )
      if (taken.matchedCount === 1) return 'reserved'
      const row = await model.findById(id).lean<ConversationRow>().exec()
      if (row?.kf?.spent.includes(messageId)) return 'reserved'
      return row?.kf?.closesAt && row.kf.closesAt > now ? 'spent' : 'closed'
    },
    /** Gives a reservation back after a refusal that spent nothing. */
    async release(id: string, messageId: string): Promise<void> {
      await model.updateOne({ _id: id, kf: { $ne: null } }, { $pull: { 'kf.spent': messageId } })
    },
    /** The window was closed at `at`; one that the patient has opened since stays open. */
    async closeWindow(id: string, at: Instant): Promise<void> {
      await model.updateOne(
        { _id: id, kf: { $ne: null }, $or: [{ 'kf.lastPatientAt': null }, { 'kf.lastPatientAt': { $lte: at } }] },
        { $set: { 'kf.closesAt': at } },
      )
    },
    /** Who holds the session in the WeCom client; null when nobody does any more. */
    async setClient(id: string, client: { userid: string; since: Instant } | null): Promise<void> {
      await model.updateOne({ _id: id, kf: { $ne: null } }, { $set: { 'kf.client': client } })
    },
  }
}
