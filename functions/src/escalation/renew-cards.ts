import type { EscalationRow } from '@suixing/database'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'

/**
 * Tells every card that asked for somebody that it is over, and who took it. A response code works once, so an unknown outcome is not
 * repeated: the worst is a card that still has its button, and a tap on it says who was first.
 */
export async function renewCards(product: Product, row: EscalationRow): Promise<void> {
  const { corp } = product.config
  if (!product.wecom || !corp) return
  const by = row.acknowledgedBy ? await product.repositories.staff.byId(row.acknowledgedBy) : null
  const replaceName = by ? `${by.name}已接手` : '已处理'
  for (const { taskId, responseCode, state } of row.told) {
    if (state !== 'sent' || !responseCode) continue
    // Spent before the call: see above.
    await product.repositories.escalations.settle(row._id, taskId, { state: 'sent', responseCode: null, why: null })
    try {
      await product.wecom.staffMessages.updateCard({
        agentId: Number(corp.WECOM_AGENT_ID),
        responseCode,
        to: 'all',
        button: { replaceName },
      })
    } catch (error) {
      const may = mayPass(error)
      product.log.warn({ err: error, may }, 'card was not renewed')
    }
  }
}
