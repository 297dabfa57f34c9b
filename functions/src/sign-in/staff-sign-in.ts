import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { StaffView } from '@suixing/contracts'
import type { StaffRow } from '@suixing/database'
import { WecomError, WecomInputRefused, WecomUnreachable, webLoginUrl } from '@suixing/wecom'
import { ApiError, forbidden } from '../platform/api-error'
import { consoleRoles } from '../platform/guard'
import { digestOf } from '../platform/identifier'
import type { Product } from '../platform/product'
import type { IssuedSession } from '../platform/session'
import { exchange } from './patient-sign-in'

const derive = promisify(scrypt) as (password: string, salt: Buffer, length: number) => Promise<Buffer>
const STATE_MS = 10 * 60_000

export const staffView = ({ _id, name, title, role }: StaffRow): StaffView => ({ id: _id, name, title, role })

/** Password as `salt:hash` in hex (scrypt with Node's defaults, N = 16384). */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('hex')}:${(await derive(password, salt, 32)).toString('hex')}`
}

/** Where a browser goes to sign in through WeCom. `state` is single use and bound to the cookie that begins it. */
export async function beginWecomSignIn(product: Product): Promise<{ url: string; cookie: string }> {
  const { corp, PUBLIC_URL, WECOM_LOGIN_URL } = product.config
  if (!corp) throw new ApiError('not-found', 'no corp is configured')
  const state = randomBytes(16).toString('hex')
  const cookie = randomBytes(16).toString('hex')
  await product.repositories.staff.beginSignIn({
    _id: digestOf(state),
    cookieDigest: digestOf(cookie),
    expiresAt: new Date(product.clock.now().getTime() + STATE_MS).toISOString(),
  })
  const url = webLoginUrl({
    corpId: corp.WECOM_CORP_ID,
    agentId: corp.WECOM_AGENT_ID,
    redirectUri: `${PUBLIC_URL}/api/console/sign-in/wecom/return`,
    state,
    baseUrl: WECOM_LOGIN_URL,
  })
  return { url, cookie }
}

/** Ends it: WeCom names members outside the app's scope too, so our own staff table decides. */
export async function finishWecomSignIn(
  product: Product,
  code: string,
  state: string,
  cookie: string,
): Promise<IssuedSession> {
  const { staff } = product.repositories
  if (!(await staff.endSignIn(digestOf(state), digestOf(cookie), product.clock.instant())))
    throw new ApiError('sign-in-failed', 'this sign-in was not begun here', { field: 'state' })
  if (!product.wecom) throw new ApiError('not-found', 'no corp is configured')
  const who = await asSignIn(() => (product.wecom as NonNullable<Product['wecom']>).signIn.userInfo(code))
  const person = who.who === 'member' ? await staff.byUserid(who.userId) : null
  if (!person || !consoleRoles.includes(person.role)) throw forbidden()
  return product.sessions.issue({ kind: 'staff', staffId: person._id, role: person.role, surface: 'console' })
}

/** Local account, for installations without a corp. Takes the same time for an unknown account. */
export async function signInWithPassword(
  product: Product,
  account: string,
  password: string,
): Promise<{ session: IssuedSession; staff: StaffRow }> {
  const person = await product.repositories.staff.byAccount(account)
  const [salt = '', hash = ''] = (person?.passwordHash ?? `${'00'.repeat(16)}:${'00'.repeat(32)}`).split(':')
  const given = await derive(password, Buffer.from(salt, 'hex'), 32)
  if (!timingSafeEqual(given, Buffer.from(hash, 'hex')) || !person)
    throw new ApiError('sign-in-failed', 'account or password is wrong', { field: 'body.password' })
  return {
    session: await product.sessions.issue({
      kind: 'staff',
      staffId: person._id,
      role: person.role,
      surface: 'console',
    }),
    staff: person,
  }
}

/** The physician mini-program: inside WeCom by userid, in plain WeChat by an openid that was linked before. */
export async function signInPhysician(
  product: Product,
  code: string,
  environment: 'wecom' | 'wechat',
): Promise<{ session: IssuedSession; staff: StaffRow }> {
  if (environment === 'wechat') {
    if (!product.wechat.physician) throw new ApiError('sign-in-failed', 'no mini-program is configured')
    await exchange(() =>
      (product.wechat.physician as NonNullable<typeof product.wechat.physician>).login.jscode2session(code),
    )
    throw new ApiError('identity-not-linked', 'open it inside WeCom first', {
      hint: 'open the mini-program inside WeCom',
    })
  }
  if (!product.wecom) throw new ApiError('sign-in-failed', 'no corp is configured')
  const { userId } = await asSignIn(() =>
    (product.wecom as NonNullable<Product['wecom']>).miniProgram.jscode2session(code),
  )
  const person = await product.repositories.staff.byUserid(userId)
  if (person?.role !== 'physician') throw forbidden()
  return {
    session: await product.sessions.issue({
      kind: 'staff',
      staffId: person._id,
      role: person.role,
      surface: 'physician',
    }),
    staff: person,
  }
}

async function asSignIn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof WecomInputRefused)
      throw new ApiError('sign-in-failed', 'the code is not one of WeCom', { field: 'code' })
    if (error instanceof WecomError && error.action !== 'retry')
      throw new ApiError('sign-in-failed', 'WeCom refused the code', { field: 'code', hint: 'sign in again' })
    if (error instanceof WecomUnreachable || error instanceof WecomError)
      throw new ApiError('outside-unavailable', 'WeCom cannot be reached', { hint: 'try again in a moment' })
    throw error
  }
}
