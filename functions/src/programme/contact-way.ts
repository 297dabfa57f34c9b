import type { ContactWayView } from '@suixing/contracts'
import type { ContactWayRow } from '@suixing/database'
import { WecomError, WecomUnreachable } from '@suixing/wecom'
import { ApiError } from '../platform/api-error'
import { derivedId, opaqueKey } from '../platform/identifier'
import type { Product } from '../platform/product'
import { staffView } from '../sign-in/staff-sign-in'

/**
 * The contact QR of a physician in a programme; asking again gives the same one. The wish is durable before WeCom is asked.
 * A crash or silence between leaves it `creating`; the next request first looks in WeCom for a way with our state, for adding is not repeatable.
 */
export async function createContactWay(
  product: Product,
  programmeId: string,
  physicianId: string,
): Promise<ContactWayView> {
  const { programmes, staff } = product.repositories
  const physician = await staff.byId(physicianId)
  if (physician?.role !== 'physician')
    throw new ApiError('bad-request', 'not a physician', { field: 'body.physicianId' })
  if (!product.wecom || !physician.userid)
    throw new ApiError('outside-unavailable', 'no corp is configured, or this physician is no member of it', {
      hint: 'connect WeCom first',
    })
  const known = await programmes.contactWay(programmeId, physicianId)
  const wanted =
    known ??
    (await programmes.wantContactWay({
      _id: derivedId('cw', programmeId, physicianId),
      programmeId,
      physicianId,
      userid: physician.userid,
      state: opaqueKey(),
      createdAt: product.clock.instant(),
    }))
  if (wanted.status === 'ready') return contactWayView(product, wanted)
  return contactWayView(product, await settle(product, wanted, known !== null))
}

async function settle(product: Product, way: ContactWayRow, mayExist: boolean): Promise<ContactWayRow> {
  const { programmes } = product.repositories
  const contactWays = product.wecom?.contactWays
  if (!contactWays) return way
  try {
    const found = mayExist ? await findByState(product, way.state) : null
    const made =
      found ?? (await contactWays.add({ type: 1, scene: 2, user: [way.userid], state: way.state, skip_verify: true }))
    return await programmes.settleContactWay(way._id, {
      status: 'ready',
      configId: made.config_id,
      qrCode: made.qr_code ?? null,
      failure: null,
    })
  } catch (error) {
    const failure =
      error instanceof WecomError
        ? `errcode ${error.errcode}`
        : error instanceof WecomUnreachable
          ? 'unreachable'
          : null
    if (failure === null) throw error
    const status = error instanceof WecomUnreachable && error.sent === 'unknown' ? 'creating' : 'failed'
    return programmes.settleContactWay(way._id, { status, configId: null, qrCode: null, failure })
  }
}

async function findByState(
  product: Product,
  state: string,
): Promise<{ config_id: string; qr_code?: string | undefined } | null> {
  const contactWays = product.wecom?.contactWays
  for await (const configId of contactWays?.list() ?? []) {
    const way = await contactWays?.get(configId)
    if (way?.state === state) return way
  }
  return null
}

/** A contact way as the console shows it. */
export async function contactWayView(product: Product, row: ContactWayRow): Promise<ContactWayView> {
  const [physician] = await product.repositories.staff.byIds([row.physicianId])
  if (!physician) throw new RangeError('contact way of nobody')
  const { _id, qrCode, state, status, failure, scans, createdAt } = row
  return { id: _id, physician: staffView(physician), qrCode, state, status, failure, scans, createdAt }
}
