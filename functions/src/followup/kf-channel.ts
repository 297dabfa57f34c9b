import type { Channel, ChannelAttempt, ChannelOutcome } from '@suixing/followup'
import { sendKf } from '../conversation/send-kf'
import { conversationId } from '../conversation/conversation-id'
import type { Product } from '../platform/product'

/**
 * Touchpoints through the kf chat. Retry class native: the attempt id is our msgid, a repeat is answered 95033 (accepted before),
 * so a crash between attempt and outcome is simply tried again.
 */
export function kfChannel(product: Product, programmeId: string): Channel {
  const { conversations } = product.repositories
  const where = (attempt: ChannelAttempt): string => conversationId(programmeId, attempt.patientId)
  return {
    name: 'kf',
    retryClass: 'native',
    async reserve(attempt) {
      const taken = await conversations.reserve(where(attempt), attempt.attemptId, product.clock.instant(), 'ordinary')
      if (taken === 'reserved') return { reserved: true }
      return {
        reserved: false,
        reason: { code: taken === 'closed' ? 'kf-window-closed' : 'kf-window-spent', params: {} },
      }
    },
    async send(attempt): Promise<ChannelOutcome> {
      const outcome = await sendKf(product, {
        id: attempt.attemptId,
        conversationId: where(attempt),
        patientId: attempt.patientId,
        author: { kind: 'system' },
        text: attempt.message.text,
        purpose: 'ordinary',
        at: product.clock.instant(),
        touchpointId: attempt.touchpointId,
      })
      switch (outcome.kind) {
        case 'sent':
          return { kind: 'accepted', externalId: attempt.attemptId }
        case 'unsettled':
          return { kind: 'unknown', why: 'no answer' }
        case 'no-window':
          return {
            kind: 'refused',
            reason: { code: outcome.why === 'closed' ? 'kf-window-closed' : 'kf-window-spent', params: {} },
          }
        case 'failed':
          return { kind: 'refused', reason: { code: 'channel-error', params: { why: outcome.code } } }
      }
    },
    // The window counts what was reserved; an accepted message has nothing left to commit.
    commit: () => Promise.resolve(),
    release: (attempt) => conversations.release(where(attempt), attempt.attemptId),
  }
}
