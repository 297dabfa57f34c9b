import type { EnrolmentStatus, Instant } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { enrolments } from './enrolment.collection'
import type { EnrolmentRow } from './enrolment.collection'

/** Enrolments; the id is derived from patient and programme, so inviting twice is one enrolment. */
export function enrolmentRepository(connection: Connection) {
  const model = modelOf(connection, enrolments)
  const byId = (id: string): Promise<EnrolmentRow | null> => model.findById(id).lean<EnrolmentRow>().exec()
  return {
    byId,
    byIds: (ids: readonly string[]): Promise<EnrolmentRow[]> =>
      model
        .find({ _id: { $in: [...ids] } })
        .sort({ _id: 1 })
        .lean<EnrolmentRow[]>()
        .exec(),
    ofPatient: (patientId: string): Promise<EnrolmentRow[]> => model.find({ patientId }).lean<EnrolmentRow[]>().exec(),
    ofPatients: (patientIds: readonly string[]): Promise<EnrolmentRow[]> =>
      model
        .find({ patientId: { $in: [...patientIds] } })
        .lean<EnrolmentRow[]>()
        .exec(),
    ofPhysician: (staffId: string): Promise<EnrolmentRow[]> =>
      model.find({ responsiblePhysicianId: staffId }).lean<EnrolmentRow[]>().exec(),
    ofProgramme: (
      programmeId: string,
      status: EnrolmentStatus | null,
      after: string | null,
      limit: number,
    ): Promise<EnrolmentRow[]> =>
      model
        .find({ programmeId, ...(status ? { status } : {}), ...(after ? { _id: { $gt: after } } : {}) })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<EnrolmentRow[]>()
        .exec(),
    async countByStatus(programmeId: string): Promise<Partial<Record<EnrolmentStatus, number>>> {
      const rows = await model.aggregate<{ _id: EnrolmentStatus; n: number }>([
        { $match: { programmeId } },
        { $group: { _id: '$status', n: { $sum: 1 } } },
      ])
      return Object.fromEntries(rows.map(({ _id, n }) => [_id, n]))
    },

    /** Invites unless there is an enrolment already; a patient who comes back through another physician's code keeps the enrolment and gets that physician. */
    async invite(
      row: Pick<EnrolmentRow, '_id' | 'patientId' | 'programmeId' | 'contactWayId'> & {
        responsiblePhysicianId: string
      },
      at: Instant,
    ): Promise<void> {
      const history = [{ at, status: 'invited' as const, why: 'scanned-contact-way' }]
      await model.updateOne(
        { _id: row._id },
        {
          $setOnInsert: {
            patientId: row.patientId,
            programmeId: row.programmeId,
            status: 'invited',
            history,
            invitedAt: at,
            enrolledAt: null,
            consent: null,
            friends: [],
            rulesChangeAt: null,
          },
          $set: { responsiblePhysicianId: row.responsiblePhysicianId, contactWayId: row.contactWayId },
        },
        { upsert: true },
      )
    },
    /** Invites somebody who withdrew again; nobody else. The old consent is history and counts no more. */
    async inviteAgain(id: string, at: Instant): Promise<void> {
      await model.updateOne(
        { _id: id, status: 'withdrawn' },
        {
          $set: { status: 'invited', consent: null, enrolledAt: null, invitedAt: at },
          $push: { history: { at, status: 'invited' as const, why: 'patient-came-back' } },
        },
      )
    },
    /** Notes that a member is (or no longer is) the patient's friend. */
    async setFriend(id: string, friend: EnrolmentRow['friends'][number]): Promise<void> {
      const change = async (): Promise<boolean> =>
        (await model.updateOne({ _id: id, 'friends.userid': friend.userid }, { $set: { 'friends.$': friend } }))
          .matchedCount === 1
      if (await change()) return
      const added = await model.updateOne(
        { _id: id, 'friends.userid': { $ne: friend.userid } },
        { $push: { friends: friend } },
      )
      if (added.matchedCount === 0) await change()
    },
    /** The one write that enrols. Null when the enrolment was not invited (any more). */
    async enrol(id: string, consent: { version: string; scopes: string[] }, at: Instant): Promise<EnrolmentRow | null> {
      return model
        .findOneAndUpdate(
          { _id: id, status: 'invited' },
          {
            $set: { status: 'enrolled', enrolledAt: at, consent: { ...consent, at, withdrawnAt: null } },
            $push: { history: { at, status: 'enrolled', why: 'patient-consented' } },
          },
          { returnDocument: 'after' },
        )
        .lean<EnrolmentRow>()
        .exec()
    },
    async withdraw(id: string, why: string, at: Instant): Promise<EnrolmentRow | null> {
      const open = { _id: id, status: { $in: ['invited', 'enrolled', 'paused'] as EnrolmentStatus[] } }
      const history = { at, status: 'withdrawn' as const, why }
      const consented = (): Promise<EnrolmentRow | null> =>
        model
          .findOneAndUpdate(
            { ...open, consent: { $ne: null } },
            { $set: { status: 'withdrawn', 'consent.withdrawnAt': at }, $push: { history } },
            { returnDocument: 'after' },
          )
          .lean<EnrolmentRow>()
          .exec()
      // `consent.withdrawnAt` cannot be set while there is no consent, so a patient who never consented is another write.
      const neverConsented = (): Promise<EnrolmentRow | null> =>
        model
          .findOneAndUpdate(
            { ...open, consent: null },
            { $set: { status: 'withdrawn' }, $push: { history } },
            { returnDocument: 'after' },
          )
          .lean<EnrolmentRow>()
          .exec()
      // Asked a second time for one who consents between the two.
      return (await consented()) ?? (await neverConsented()) ?? (await consented())
    },
    async setRulesChangeAt(id: string, rulesChangeAt: Instant | null): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { rulesChangeAt } })
    },
  }
}
export type EnrolmentRepository = ReturnType<typeof enrolmentRepository>
