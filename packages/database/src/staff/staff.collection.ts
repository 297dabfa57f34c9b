import type { StaffRole } from '@suixing/contracts'
import type { CollectionDeclaration } from '../platform/define-model'

/** Somebody who works here. `userid` is the WeCom member; `account` and `passwordHash` are the local way in when there is no corp. `activity` is what the physician's list polls. */
export interface StaffRow {
  _id: string
  userid: string | null
  name: string
  title: string
  role: StaffRole
  active: boolean
  account: string | null
  passwordHash: string | null
  activity: number
}
export const staff: CollectionDeclaration<StaffRow> = {
  name: 'staff',
  growing: false,
  fields: {
    _id: String,
    userid: { type: String, default: null },
    name: String,
    title: String,
    role: String,
    active: { type: Boolean, default: true },
    account: { type: String, default: null },
    passwordHash: { type: String, default: null },
    activity: { type: Number, default: 0 },
  } as never,
  indexes: [
    [{ userid: 1 }, { unique: true, partialFilterExpression: { userid: { $type: 'string' } } }],
    [{ account: 1 }, { unique: true, partialFilterExpression: { account: { $type: 'string' } } }],
  ],
}

/** A sign-in under way: `_id` is the digest of `state`; single use, bound to the cookie that began it. */
export interface SignInStateRow {
  _id: string
  cookieDigest: string
  expiresAt: string
}
export const signInStates: CollectionDeclaration<SignInStateRow> = {
  name: 'signinstates',
  growing: true,
  fields: { _id: String, cookieDigest: String, expiresAt: String } as never,
  indexes: [[{ expiresAt: 1 }]],
}
