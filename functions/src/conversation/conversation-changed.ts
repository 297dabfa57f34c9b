import type { Product } from '../platform/product'

/** Says to every screen that shows this conversation that it changed: its own page, the inboxes of those who take part, the console, the patient. */
export async function conversationChanged(product: Product, conversationId: string): Promise<void> {
  const { conversations, staff, duty, identities } = product.repositories
  const row = await conversations.byId(conversationId)
  if (!row) return
  await Promise.all([
    conversations.touch(row._id),
    row.participants.length > 0 ? staff.touchAll(row.participants) : null,
    duty.touch(row.programmeId),
    row.patientId ? identities.touch(row.patientId, product.clock.instant()) : null,
  ])
}
