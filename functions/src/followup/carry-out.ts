import type { Instant, Reason } from '@suixing/contracts'
import type { TouchpointRow } from '@suixing/database'
import type { ChannelAttempt, ChannelOutcome, Decided, Decision } from '@suixing/followup'
import { failureText } from '../conversation/failure-text'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { kfChannel } from './kf-channel'

/** Carries one decision out. Every step is a transition on the revision that was read: a second worker finds nothing left to do. */
export async function carryOut(product: Product, row: TouchpointRow, { decision, gates }: Decided): Promise<void> {
  const { touchpoints } = product.repositories
  const at = product.clock.instant()
  const due =
    row.state === 'due'
      ? row
      : await touchpoints.transition(row, { to: 'due', reason: { code: 'reached-due', params: {} }, at, gates })
  if (!due) return
  switch (decision.kind) {
    case 'send':
      return sendNow(product, due, decision, gates)
    case 'defer':
      await touchpoints.transition(due, { to: 'planned', reason: decision.reason, at, due: decision.until, gates })
      return
    case 'merge':
      await touchpoints.transition(due, {
        to: 'skipped',
        reason: { code: 'merged-into', params: { into: decision.into } },
        at,
        gates,
      })
      return
    case 'skip':
      await touchpoints.transition(due, {
        to: decision.reason.code === 'too-late' ? 'missed' : 'skipped',
        reason: decision.reason,
        at,
        gates,
      })
      return
    case 'toPerson': {
      const why =
        decision.reason.code === 'handed-to-person'
          ? decision.reason
          : ({
              code: 'handed-to-person',
              params: { ...decision.reason.params, why: decision.reason.code },
            } satisfies Reason)
      const claimed = await touchpoints.transition(due, { to: 'claimed', reason: why, at, gates })
      if (claimed) await handOverClaimed(product, claimed)
      return
    }
  }
}

async function sendNow(
  product: Product,
  row: TouchpointRow,
  decision: Extract<Decision, { kind: 'send' }>,
  gates: Decided['gates'],
): Promise<void> {
  const { touchpoints } = product.repositories
  const at = product.clock.instant()
  const channel = kfChannel(product, row.programmeId)
  // Derived from the key and how often it was tried: a crash repeats the same attempt, never a new one.
  const attemptId = derivedId('to', row.key, String(row.history.filter(({ to }) => to === 'claimed').length))
  const attempt = asAttempt(row, attemptId, decision.message)
  const reserved = await channel.reserve(attempt)
  if (!reserved.reserved) {
    await touchpoints.transition(row, {
      to: 'planned',
      reason: reserved.reason,
      at,
      due: new Date(Date.parse(at) + 60_000).toISOString(),
      gates,
    })
    return
  }
  const claimed = await touchpoints.transition(row, {
    to: 'claimed',
    reason: { code: 'claimed-by-dispatcher', params: {} },
    at,
    gates,
    channel: decision.channel,
    attempt: {
      id: attemptId,
      channel: decision.channel,
      text: decision.message.text,
      contentId: decision.message.contentId,
      at,
      messageId: attemptId,
    },
  })
  if (!claimed) return
  await settle(product, claimed, attempt, await channel.send(attempt))
}

/** A touchpoint claimed without an attempt is on its way to a person; the reason it was claimed with says why. */
async function handOverClaimed(product: Product, row: TouchpointRow): Promise<void> {
  await product.repositories.touchpoints.transition(row, {
    to: 'handed-over',
    reason: row.reason,
    at: product.clock.instant(),
    channel: 'phone',
  })
}

/**
 * Settles what a worker that went away had claimed: kf is native, so an attempt is sent again under the same id, as far as the gates still let it.
 * Nobody knows whether it arrived; so while they say no it is not sent again, and a person decides. Answers when to look again, null for when it is settled.
 */
export async function resumeClaimed(
  product: Product,
  row: TouchpointRow,
  { decision, gates }: Decided,
): Promise<Instant | null> {
  if (!row.attempt) {
    await handOverClaimed(product, row)
    return null
  }
  // The window gate counts this very message as spent, and WeCom answers for the window itself.
  const shut = gates.find(
    ({ gate, verdict }) => gate !== 'channel' && verdict !== 'pass' && verdict !== 'not-applicable',
  )
  if (!shut) {
    await resumeAttempt(product, row)
    return null
  }
  if (decision.kind === 'defer') return decision.until
  await product.repositories.messages.settle(row.attempt.messageId, 'failed', failureText('outcome-unknown'))
  await product.repositories.touchpoints.transition(row, {
    to: 'uncertain',
    reason: { code: 'outcome-unknown', params: {} },
    at: product.clock.instant(),
  })
  return null
}

async function resumeAttempt(product: Product, row: TouchpointRow): Promise<void> {
  if (!row.attempt) return
  const attempt = asAttempt(row, row.attempt.id, { contentId: row.attempt.contentId, text: row.attempt.text })
  await settle(product, row, attempt, await kfChannel(product, row.programmeId).send(attempt))
}

async function settle(
  product: Product,
  row: TouchpointRow,
  attempt: ChannelAttempt,
  outcome: ChannelOutcome,
): Promise<void> {
  const { touchpoints } = product.repositories
  const channel = kfChannel(product, row.programmeId)
  const at = product.clock.instant()
  switch (outcome.kind) {
    case 'accepted':
      await channel.commit(attempt)
      await touchpoints.transition(row, {
        to: 'delivered',
        reason: { code: 'accepted-by-channel', params: { channel: channel.name } },
        at,
      })
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

const asAttempt = (
  row: TouchpointRow,
  attemptId: string,
  message: { contentId: string; text: string },
): ChannelAttempt => ({
  attemptId,
  patientId: row.patientId,
  enrolmentId: row.enrolmentId,
  touchpointId: row._id,
  message,
})
