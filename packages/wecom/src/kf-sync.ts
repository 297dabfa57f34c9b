import * as z from 'zod'
import type { WecomClient } from './client'
import { WecomUnexpectedAnswer } from './errors'
import { type KfIncoming, kfIncoming } from './kf-incoming'
import { bytes, checked } from './limits'

const schema = z.strictObject({
  open_kfid: z.string().min(1),
  /** `Token` of the kf_msg_or_event callback, valid 10 min; without it WeCom allows few calls. */
  token: bytes(128).optional(),
  /** Where the last page ended; without it WeCom starts at the oldest message of 3 days. */
  cursor: bytes(64).optional(),
  limit: z.int().min(1).max(1000).optional(),
  /** 0 amr, 1 silk. */
  voice_format: z.union([z.literal(0), z.literal(1)]).optional(),
})
const answer = z.looseObject({
  next_cursor: z.string().optional(),
  has_more: z.int().optional(),
  msg_list: z.array(z.unknown()).default([]),
})

export interface KfPage {
  messages: KfIncoming[]
  /** Store it per account once the page's messages are safe. */
  cursor: string | undefined
  hasMore: boolean
}

/** Times in a row that a page may be empty and leave the cursor where it was. */
const patience = 3

/**
 * Pulls a kf account's messages (document 94670), one page after the other, also over empty ones: `has_more` alone
 * tells the end. Messages sent by send_msg are not among them. Pull one account at a time.
 * @throws WecomUnexpectedAnswer when WeCom keeps promising more without moving on
 */
export function kfSync({ call }: WecomClient) {
  return async function* sync(input: z.input<typeof schema>, signal?: AbortSignal): AsyncGenerator<KfPage> {
    const api = 'kf/sync_msg'
    const body = checked(api, schema, input)
    // The strict limit of pulls without a token must not stop those that a callback asked for.
    const quota = body.token === undefined ? `${api} without token` : undefined
    let cursor = body.cursor
    for (let stuck = 0; ;) {
      const page = await call({ api, body: { ...body, cursor }, answer, repeat: 'safe', quota, signal })
      const hasMore = page.has_more === 1
      const moved = page.next_cursor !== undefined && page.next_cursor !== '' && page.next_cursor !== cursor
      if (moved) cursor = page.next_cursor
      const messages = page.msg_list.map(kfIncoming).filter((message) => message !== undefined)
      yield { messages, cursor, hasMore }
      if (!hasMore) return
      stuck = moved ? 0 : stuck + 1
      if (stuck >= patience) throw new WecomUnexpectedAnswer(api, ['next_cursor'])
    }
  }
}
