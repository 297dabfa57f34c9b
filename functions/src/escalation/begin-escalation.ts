import type { EscalationRow } from '@suixing/database'
import type { Product } from '../platform/product'

/** Makes sure that somebody acknowledges: the ladder of the programme is climbed until then. The same subject escalates once. */
export async function beginEscalation(
  product: Product,
  subject: EscalationRow['subject'],
  { key, urgent, at }: { readonly key: string; readonly urgent: boolean; readonly at: string },
): Promise<void> {
  await product.repositories.escalations.begin({
    _id: key,
    kind: urgent ? 'red-flag' : 'hand-over',
    subject,
    ladder: urgent ? 'redFlag' : 'conversation',
    urgency: urgent ? 'urgent' : 'ordinary',
    startedAt: at,
  })
  product.workshop.nudge('escalations')
}

const LATEST = 20

/** Somebody takes it: whatever escalates in this conversation is acknowledged, and its cards say by whom. */
export async function acknowledgeEscalations(product: Product, conversationId: string, staffId: string): Promise<void> {
  const { escalations } = product.repositories
  for (const row of await escalations.ofConversation(conversationId, LATEST)) {
    if (row.acknowledgedAt === null && row.endedAt === null)
      await escalations.acknowledge(row._id, staffId, product.clock.instant())
  }
  product.workshop.nudge('escalations')
}
