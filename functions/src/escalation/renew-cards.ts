import type { EscalationRow } from '@suixing/database'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'

/**
 * Tells every card that asked for somebody that it is over, and who took it. A response code works once, so a call whose outcome is unknown
 * may be repeated: WeCom refuses the second. False while WeCom is away; the cards that were reached are not told again.
 */
export async function renewCards(product: Product, row: EscalationRow): Promise<boolean> {
  const { corp } = product.config
  if (!product.wecom || !corp) return true
  const by = row.acknowledgedBy ? await product.repositories.staff.byId(row.acknowledgedBy) : null
  const replaceName = by ? `${by.name}已接手` : '已处理'
  for (const { taskId, responseCode, state } of row.told) {
    if (state !== 'sent' || !responseCode) continue
    try {
      await product.wecom.staffMessages.updateCard({
        agentId: Number(corp.WECOM_AGENT_ID),
        responseCode,
        to: 'all',
        button: { replaceName },
      })
    } catch (error) {
      product.log.warn({ err: error }, 'card was not renewed')
      if (mayPass(error)) return false
    }
    await product.repositories.escalations.settle(row._id, taskId, { state: 'sent', responseCode: null, why: null })
  }
  return true
}
