import { WechatError, WechatInputRefused } from '@suixing/wechat'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'
import type { IssuedSession } from '../platform/session'

/**
 * Signs a patient in with a wx.login code and links the openid to the patient: by an earlier link, by unionid, or by the entry key of the card.
 * A key that names another patient than the unionid is not followed. Nobody found: a session that may see nothing yet.
 */
export async function signInPatient(
  product: Product,
  code: string,
  entry: string | undefined,
): Promise<IssuedSession & { linked: boolean }> {
  const wechat = product.wechat.patient
  if (!wechat) throw new ApiError('sign-in-failed', 'no mini-program is configured')
  const { openId, unionId } = await exchange(() => wechat.login.jscode2session(code))
  const { identities } = product.repositories
  const at = product.clock.instant()
  const openid = { kind: 'openid', space: wechat.appId, value: openId } as const
  const union = unionId ? ({ kind: 'unionid', space: 'wechat', value: unionId } as const) : null

  const byUnion = union ? await identities.findPatientId(union) : null
  const known = (await identities.findPatientId(openid)) ?? byUnion
  const byKey = known || !entry ? null : await identities.useEntryKey(entry, `openid:${wechat.appId}:${openId}`, at)
  const found = known ?? (byKey?.purpose === 'mini-program' ? byKey.patientId : null)
  if (!found)
    return { ...(await product.sessions.issue({ kind: 'patient', patientId: null, openid: openId })), linked: false }
  const patientId = await identities.link(openid, found, byUnion ? 'unionid' : known ? 'sign-in' : 'entry-key', at)
  if (union && !byUnion) await identities.link(union, patientId, 'sign-in', at)
  return { ...(await product.sessions.issue({ kind: 'patient', patientId, openid: openId })), linked: true }
}

/** A refused code means sign in again; anything else is WeChat's trouble. */
export async function exchange<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof WechatInputRefused)
      throw new ApiError('sign-in-failed', 'the code is not one of WeChat', { field: 'body.code' })
    if (error instanceof WechatError)
      throw new ApiError('sign-in-failed', 'WeChat refused the code', { field: 'body.code', hint: 'sign in again' })
    throw new ApiError('outside-unavailable', 'WeChat cannot be reached', { hint: 'try again in a moment' })
  }
}
