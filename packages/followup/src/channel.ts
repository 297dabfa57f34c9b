import type { ChannelName, Instant, Reason } from '@suixing/contracts'

/**
 * What a crash between attempt and outcome means for a channel.
 * `native`: the same attempt id may be sent again, the vendor recognises it. `reconcile`: look first, never send blindly.
 * `at-most-once`: never sent again; the touchpoint becomes `uncertain` and a person decides.
 */
export type RetryClass = 'native' | 'reconcile' | 'at-most-once'

/** What is sent: text with everything filled in, as the preview showed it. */
export interface OutgoingMessage {
  readonly contentId: string
  readonly text: string
}

/** State of one channel for one patient, as `decide` sees it. */
export type ChannelState =
  | {
      readonly usable: true
      /** e.g. messages left in the kf window */ readonly left: number
      readonly until: Instant | null
    }
  | { readonly usable: false; readonly reason: Reason }
export type ChannelStates = Readonly<Partial<Record<ChannelName, ChannelState>>>

export interface ChannelAttempt {
  /** Stable over retries; the vendor's idempotency key where it has one. */
  readonly attemptId: string
  readonly patientId: string
  readonly enrolmentId: string
  readonly touchpointId: string
  readonly message: OutgoingMessage
}
export type ChannelOutcome =
  | { readonly kind: 'accepted'; readonly externalId: string }
  | { readonly kind: 'refused'; readonly reason: Reason }
  | { readonly kind: 'try-later'; readonly at: Instant; readonly reason: Reason }
  | { readonly kind: 'unknown'; readonly why: string }

/**
 * Port of a channel. The dispatcher calls `reserve` (one conditional update of what several senders share), makes the attempt durable,
 * calls `send`, makes the outcome durable, and then `commit`s or `release`s. Every adapter passes the contract suite in `channel.contract.ts`.
 */
export interface Channel {
  readonly name: ChannelName
  readonly retryClass: RetryClass
  /** Takes one unit of what is shared; false when none is left. The same attempt id reserves once. */
  reserve(
    attempt: ChannelAttempt,
  ): Promise<{ readonly reserved: true } | { readonly reserved: false; readonly reason: Reason }>
  send(attempt: ChannelAttempt): Promise<ChannelOutcome>
  commit(attempt: ChannelAttempt): Promise<void>
  release(attempt: ChannelAttempt): Promise<void>
}
