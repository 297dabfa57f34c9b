import type { Product } from '../platform/product'
import { callKf } from './send-kf'

const LEASE_MS = 30_000
/** Messages whose outcome stays unknown are tried again with the same msgid until the window they belong to is over. */
const BATCH = 50

/** Settles messages whose sender went away between attempt and outcome. */
export async function settleMessages(product: Product): Promise<void> {
  for (let done = 0; done < BATCH; done++) {
    const row = await product.repositories.messages.claimUnsettled(product.realNow(), LEASE_MS)
    if (!row) return
    if (row.touchpointId && row.patientId) await handToFollowup(product, row.patientId)
    else await callKf(product, row)
  }
}

/** A touchpoint is not sent behind the gates' back: the night may have come, or the consent gone. Its own turn settles it. */
async function handToFollowup(product: Product, patientId: string): Promise<void> {
  await product.repositories.agenda.wake(patientId, product.clock.instant())
  product.workshop.nudge('patients')
}
