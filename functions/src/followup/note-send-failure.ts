import type { Product } from '../platform/product'

/** errcode 0 was not delivery: WeCom reports later that a touchpoint did not arrive (msg_send_fail, WeCom 94670). */
export async function noteSendFailure(product: Product, touchpointId: string, failType: number): Promise<void> {
  const row = await product.repositories.touchpoints.byId(touchpointId)
  if (!row || (row.state !== 'delivered' && row.state !== 'handed-over')) return
  const why = failType === 4 ? 'kf-window-closed' : failType === 6 ? 'kf-window-spent' : String(failType)
  await product.repositories.touchpoints.transition(row, {
    to: 'failed',
    reason: { code: 'delivery-failed', params: { why } },
    at: product.clock.instant(),
  })
}
