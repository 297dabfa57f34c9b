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

/** What escalates in a conversation now. */
export async function openEscalations(product: Product, conversationId: string): Promise<EscalationRow[]> {
  const rows = await product.repositories.escalations.ofConversation(conversationId, LATEST)
  return rows.filter(({ acknowledgedAt, endedAt }) => acknowledgedAt === null && endedAt === null)
}

/** Somebody takes it: what escalates in this conversation, or those of it that are named, is acknowledged, and its cards say by whom. */
export async function acknowledgeEscalations(
  product: Product,
  conversationId: string,
  staffId: string,
  which?: readonly EscalationRow[],
): Promise<void> {
  for (const { _id } of which ?? (await openEscalations(product, conversationId)))
    await product.repositories.escalations.acknowledge(_id, staffId, product.clock.instant())
  product.workshop.nudge('escalations')
}
