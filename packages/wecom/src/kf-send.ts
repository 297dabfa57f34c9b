import * as z from 'zod'
import type { WecomClient } from './client'
import { WecomError } from './errors'
import { type KfContent, type KfEventContent, kfContentSchema, kfEventContentSchema, kfMsgId } from './kf-content'
import { checked } from './limits'

const refusals = {
  95000: 'account-gone',
  95001: 'count-used',
  95002: 'window-closed',
  95004: 'account-gone',
  95007: 'code-expired',
  95013: 'session-ended',
  95018: 'state-forbids',
  95030: 'type-forbidden',
  95031: 'window-closed',
} as const
type Refusal = (typeof refusals)[keyof typeof refusals]

/**
 * What became of a kf message.
 * - `accepted`: taken over by WeCom, which is **not** delivery: msg_send_fail may follow
 * - `already-accepted`: this msgid was taken over before, so a repeated call has its effect
 * - `count-used`: five messages since the patient wrote
 * - `window-closed`: more than 48 h since the patient wrote
 * - `state-forbids`: the session is with a person in the WeCom client, queued or over
 * - `code-expired`: the event code was used or is too old
 */
export type KfSendOutcome =
  { outcome: 'accepted' | 'already-accepted'; msgid: string } | { outcome: Refusal; errcode: number }

export interface KfMessageInput {
  touser: string
  open_kfid: string
  /** Own id: makes a repeated call harmless, so it is required. */
  msgid: string
  content: KfContent
}

const target = z.strictObject({ touser: z.string().min(1), open_kfid: z.string().min(1), msgid: kfMsgId })
const onEvent = z.strictObject({ code: z.string().min(1), msgid: kfMsgId })
const answer = z.looseObject({ msgid: z.string().optional() })

/** The content's own path, so that an error names `text.content` and not a wrapper. */
function checkedBody<C extends z.ZodType, T extends z.ZodType>(
  api: string,
  head: T,
  headValue: z.input<T>,
  schema: C,
  content: z.input<C>,
) {
  return { ...(checked(api, head, headValue) as object), ...(checked(api, schema, content) as object) }
}

/** Sends into a kf chat (documents 94677, 95122). */
export function kfSend({ call }: WecomClient) {
  async function send(api: string, msgid: string, body: object, signal?: AbortSignal): Promise<KfSendOutcome> {
    try {
      await call({ api, body, answer, repeat: 'safe', signal })
      return { outcome: 'accepted', msgid }
    } catch (error) {
      if (!(error instanceof WecomError)) throw error
      if (error.errcode === 95033) return { outcome: 'already-accepted', msgid }
      const refusal = refusals[error.errcode as keyof typeof refusals]
      if (refusal) return { outcome: refusal, errcode: error.errcode }
      throw error
    }
  }

  return {
    /** @throws WecomInputRefused naming the field; WecomError and WecomUnreachable for all but the outcomes above */
    async message({ content, ...head }: KfMessageInput, signal?: AbortSignal): Promise<KfSendOutcome> {
      const api = 'kf/send_msg'
      return send(api, head.msgid, checkedBody(api, target, head, kfContentSchema, content), signal)
    },
    /** Answers a welcome_code (20 s) or msg_code: single use, one message. */
    async onEvent(
      { content, ...head }: { code: string; msgid: string; content: KfEventContent },
      signal?: AbortSignal,
    ): Promise<KfSendOutcome> {
      const api = 'kf/send_msg_on_event'
      return send(api, head.msgid, checkedBody(api, onEvent, head, kfEventContentSchema, content), signal)
    },
  }
}
