import type { ProgrammePage } from '@suixing/contracts'
import type { Product } from '../platform/product'

/** What waits for somebody, each kind with its number; kinds without any are left out. */
export async function needsPerson(product: Product, programmeId: string): Promise<ProgrammePage['needsPerson']> {
  const { conversations, touchpoints, inbox, kfParked, agenda, tags } = product.repositories
  const kinds = [
    ['waiting-reply', await conversations.countWaiting(programmeId)],
    ['uncertain-touchpoint', await touchpoints.count(programmeId, ['uncertain'])],
    ['failed-touchpoint', await touchpoints.count(programmeId, ['failed'])],
    ['touchpoint-for-person', await touchpoints.count(programmeId, ['handed-over'])],
    ['inbox-stuck', (await inbox.parked()) + (await kfParked.count(programmeId)) + (await agenda.failing())],
    ['tag-not-written', await tags.countNotWritten()],
  ] as const
  return kinds.filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }))
}
