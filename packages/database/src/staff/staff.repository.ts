import type { Instant, StaffRole } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { signInStates, staff } from './staff.collection'
import type { SignInStateRow, StaffRow } from './staff.collection'

/** Staff and their sign-ins. */
export function staffRepository(connection: Connection) {
  const model = modelOf(connection, staff)
  const states = modelOf(connection, signInStates)
  return {
    byId: (id: string): Promise<StaffRow | null> => model.findOne({ _id: id, active: true }).lean<StaffRow>().exec(),
    byIds: (ids: readonly string[]): Promise<StaffRow[]> =>
      model
        .find({ _id: { $in: [...ids] } })
        .lean<StaffRow[]>()
        .exec(),
    byUserid: (userid: string): Promise<StaffRow | null> =>
      model.findOne({ userid: userid.toLowerCase(), active: true }).lean<StaffRow>().exec(),
    byAccount: (account: string): Promise<StaffRow | null> =>
      model.findOne({ account, active: true }).lean<StaffRow>().exec(),
    withRole: (role: StaffRole): Promise<StaffRow[]> =>
      model.find({ role, active: true }).sort({ _id: 1 }).lean<StaffRow[]>().exec(),
    /** WeCom tells members without regard to case, so they are kept in one. */
    async save(row: Omit<StaffRow, 'activity' | 'active'>): Promise<void> {
      const { _id, ...rest } = row
      const fields = { ...rest, userid: row.userid?.toLowerCase() ?? null }
      await model.updateOne(
        { _id },
        { $set: { ...fields, active: true }, $setOnInsert: { activity: 0 } },
        { upsert: true },
      )
    },
    /** Says that something in this person's list changed. */
    async touch(id: string): Promise<void> {
      await model.updateOne({ _id: id }, { $inc: { activity: 1 } })
    },
    async touchAll(ids: readonly string[]): Promise<void> {
      await model.updateMany({ _id: { $in: [...ids] } }, { $inc: { activity: 1 } })
    },
    /** Everybody in service whose work is with patients. */
    withRoles: (roles: readonly StaffRole[]): Promise<StaffRow[]> =>
      model
        .find({ role: { $in: [...roles] }, active: true })
        .sort({ _id: 1 })
        .lean<StaffRow[]>()
        .exec(),
    async beginSignIn(row: SignInStateRow): Promise<void> {
      await states.create(row)
    },
    /** Ends a sign-in: true once, for the cookie that began it, before it expires. */
    async endSignIn(id: string, cookieDigest: string, now: Instant): Promise<boolean> {
      const gone = await states.deleteOne({ _id: id, cookieDigest, expiresAt: { $gt: now } })
      return gone.deletedCount === 1
    },
    async forgetSignIns(now: Instant): Promise<void> {
      await states.deleteMany({ expiresAt: { $lte: now } })
    },
  }
}
export type StaffRepository = ReturnType<typeof staffRepository>
