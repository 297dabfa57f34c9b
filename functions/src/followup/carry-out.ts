import type { Reason } from '@suixing/contracts'
import type { TouchpointRow } from '@suixing/database'
import type { ChannelAttempt, ChannelOutcome, Decided, Decision } from '@suixing/followup'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { kfChannel } from './kf-channel'

/** Carries one decision out. Every step is a transition on the revision that was read: a second worker finds nothing left to do. */
export async function carryOut(product: Product, row: TouchpointRow, { decision, gates }: Decided): Promise<void> {
  const { touchpoints } = product.repositories
  const at = product.clock.instant()
  const due = row.state === 'due' ? row : await touchpoints.transition(row, { to: 'due', reason: { code: 'reached-due', params: {} }, at, gates })
  if (!due) return
  switch (decision.kind) {
    case 'send':
      return sendNow(product, due, decision, gates)
    case 'defer':
      await touchpoints.transition(due, { to: 'planned', reason: decision.reason, at, due: decision.until, gates })
      return
    case 'merge':
      await touchpoints.transition(due, { to: 'skipped', reason: { code: 'merged-into', params: { into: decision.into } }, at, gates })
      return
    case 'skip':
      await touchpoints.transition(due, { to: decision.reason.code === 'too-late' ? 'missed' : 'skipped', reason: decision.reason, at, gates })
      return
    case 'toPerson': {
      const why = decision.reason.code === 'handed-to-person' ? decision.reason : ({ code: 'handed-to-person', params: { why: decision.reason.code } } satisfies Reason)
      const claimed = await touchpoints.transition(due, { to: 'claimed', reason: { code: 'claimed-by-dispatcher', params: {} }, at, gates })
      if (claimed) await touchpoints.transition(claimed, { to: 'handed-over', reason: why, at, channel: 'phone' })
      return
    }
  }
}

async function sendNow(product: Product, row: TouchpointRow, decision: Extract<Decision, { kind: 'send' }>, gates: Decided['gates']): Promise<void> {
  const { touchpoints } = product.repositories
  const at = product.clock.instant()
  const channel = kfChannel(product, row.programmeId)
  // Derived from the key and how often it was tried: a crash repeats the same attempt, never a new one.
  const attemptId = derivedId('to', row.key, String(row.history.filter(({ to }) => to === 'claimed').length))
  const attempt = asAttempt(row, attemptId, decision.message)
  const reserved = await channel.reserve(attempt)
  if (!reserved.reserved) {
    await touchpoints.transition(row, { to: 'planned', reason: reserved.reason, at, due: new Date(Date.parse(at) + 60_000).toISOString(), gates })
    return
  }
  const claimed = await touchpoints.transition(row, {
    to: 'claimed',
    reason: { code: 'claimed-by-dispatcher', params: {} },
    at,
    gates,
    channel: decision.channel,
    attempt: { id: attemptId, channel: decision.channel, text: decision.message.text, contentId: decision.message.contentId, at, messageId: attemptId },
  })
  if (!claimed) return
  await settle(product, claimed, attempt, await channel.send(attempt))
}

/** Settles an attempt begun by a worker that went away: kf is native, so it is sent again under the same id. */
export async function resumeAttempt(product: Product, row: TouchpointRow): Promise<void> {
  if (!row.attempt) return
  const attempt = asAttempt(row, row.attempt.id, { contentId: row.attempt.contentId, text: row.attempt.text })
  await settle(product, row, attempt, await kfChannel(product, row.programmeId).send(attempt))
}

async function settle(product: Product, row: TouchpointRow, attempt: ChannelAttempt, outcome: ChannelOutcome): Promise<void> {
  const { touchpoints } = product.repositories
  const channel = kfChannel(product, row.programmeId)
  const at = product.clock.instant()
  switch (outcome.kind) {
    case 'accepted':
      await channel.commit(attempt)
      await touchpoints.transition(row, { to: 'delivered', reason: { code: 'accepted-by-channel', params: { channel: channel.name } }, at })
      return
    case 'refused':
      await channel.release(attempt)
      await touchpoints.transition(row, { to: 'failed', reason: outcome.reason, at })
      return
    case 'try-later':
      await touchpoints.transition(row, { to: 'planned', reason: outcome.reason, at, due: outcome.at })
      return
    case 'unknown':
      // Stays claimed with its attempt: the next look sends it again under the same id.
      return
  }
}

const asAttempt = (row: TouchpointRow, attemptId: string, message: { contentId: string; text: string }): ChannelAttempt => ({
  attemptId,
  patientId: row.patientId,
  enrolmentId: row.enrolmentId,
  touchpointId: row._id,
  message,
})
