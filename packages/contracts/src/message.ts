import * as z from 'zod'
import { id, instant } from './scalar'

export const messageAuthor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('patient'), name: z.string() }),
  /** A family member the patient let in. */
  z.object({ kind: z.literal('family'), name: z.string(), relation: z.string() }),
  z.object({ kind: z.literal('assistant') }),
  z.object({ kind: z.literal('staff'), staffId: id, name: z.string(), title: z.string() }),
  z.object({ kind: z.literal('system') }),
])
export type MessageAuthor = z.infer<typeof messageAuthor>

/**
 * A file of a conversation. pending: still being fetched from WeCom; gone: its three days were over before it could be fetched;
 * refused: too large or of a kind nobody can open safely. `url` is a signed address that any `<img>` or player can read for some hours.
 */
export const mediaView = z.object({
  id,
  state: z.enum(['pending', 'stored', 'gone', 'refused']),
  url: z.string().nullable(),
  contentType: z.string().nullable(),
  bytes: z.int().nullable(),
  name: z.string().nullable(),
  /** Length of a voice or video, when known. */
  seconds: z.number().nullable(),
})
export type MediaView = z.infer<typeof mediaView>

/** What a message carries besides words. Plain text has none: `text` of the message says it all. */
export const messageContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['image', 'voice', 'video', 'file']), media: mediaView }),
  z.object({
    kind: z.literal('location'),
    name: z.string(),
    address: z.string(),
    latitude: z.number(),
    longitude: z.number(),
  }),
  z.object({ kind: z.literal('link'), title: z.string(), description: z.string(), url: z.string() }),
  /** A card that opens a page of the patient mini-program; `contentId` names a content of the programme. */
  z.object({ kind: z.literal('card'), title: z.string(), page: z.string(), contentId: id.nullable() }),
  z.object({
    kind: z.literal('menu'),
    head: z.string(),
    items: z.array(z.object({ id: z.string(), text: z.string() })),
    /** The entry that was tapped. */
    chosen: z.string().nullable(),
  }),
  /** Something WeChat can send and we cannot show, by its name. */
  z.object({ kind: z.literal('other'), name: z.string() }),
])
export type MessageContent = z.infer<typeof messageContent>

/** sending: durable, not yet accepted; sent: accepted by the channel; failed: with a reason a person can act on; received: from the patient. */
export const messageState = z.enum(['sending', 'sent', 'failed', 'received'])
export const messageView = z.object({
  id,
  at: instant,
  author: messageAuthor,
  /** The words, or for other kinds what a list shows, as 「[图片]」. */
  text: z.string(),
  content: messageContent.optional(),
  /** note: an internal note, which no patient and no family ever sees. */
  channel: z.enum(['kf', 'miniChat', 'contact', 'note']),
  state: messageState,
  failure: z.object({ code: z.string(), zh: z.string(), en: z.string() }).optional(),
  /** FAQ entry behind an assistant's answer. */
  faq: z.object({ id, question: z.string(), version: z.int() }).optional(),
  touchpointId: id.optional(),
  /** Taken back by its sender: the words are no longer shown. */
  recalledAt: instant.optional(),
  /** The client's own id of a message it sent, so that it finds its draft again. */
  clientId: z.uuid().optional(),
})
export type MessageView = z.infer<typeof messageView>

/** Who answers next: the assistant, nobody yet (waiting for a person), or a person. */
export const conversationState = z.enum(['assistant', 'waiting', 'person'])
export type ConversationState = z.infer<typeof conversationState>

/** What may still be sent through kf now. `left` leaves out the fifth message, which is kept for hand-over and red-flag texts. */
export const kfWindow = z.object({ open: z.boolean(), left: z.int().min(0).max(4), closesAt: instant.nullable() })
export type KfWindow = z.infer<typeof kfWindow>
