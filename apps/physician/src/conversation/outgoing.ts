import type { SendAnswer, SendRequest } from '@suixing/contracts'
import type { FailureCode } from '@suixing/ui'

/** What a person wants to go out, as this phone keeps it. A picture stands under its kept file until it is uploaded. */
export type Outgoing =
  | { readonly kind: 'text' | 'note'; readonly text: string }
  | { readonly kind: 'card'; readonly contentId: string; readonly title: string }
  | { readonly kind: 'image'; readonly ref: string; readonly name: string; readonly mediaId?: string }

/** Why it did not go out: what the host or the network said, or that this phone lost the picture. */
export type SendFailure = FailureCode | 'file-gone'

/** sending: under way or waiting its turn; failed: a person decides; sent: the host has it, no page has shown it yet. */
export type SendState =
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly code: SendFailure }
  | { readonly kind: 'sent'; readonly answer: SendAnswer }

/** One message on its way, under the id that makes every attempt the same message. */
export interface OnItsWay {
  readonly clientId: string
  /** When it was written, on this phone's clock. */
  readonly at: string
  readonly what: Outgoing
  readonly state: SendState
}

/** The request of a message whose picture, if any, is uploaded. */
export const requestOf = (clientId: string, what: Exclude<Outgoing, { kind: 'image' }>): SendRequest =>
  what.kind === 'card'
    ? { kind: 'card', clientId, contentId: what.contentId }
    : { kind: what.kind, clientId, text: what.text }

/** Whether the same attempt may go through later without anybody doing anything. */
export const mayPassLater = (code: SendFailure): boolean => code === 'unreachable' || code === 'outside-unavailable'
