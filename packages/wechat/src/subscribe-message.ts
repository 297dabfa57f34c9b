import * as z from 'zod'
import type { WechatClient } from './client'
import { WechatError, WechatInputRefused } from './errors'
import { subscribeValueProblem } from './subscribe-value'

export interface SubscribeMessage {
  openId: string
  templateId: string
  /** Page with query that the tap opens. */
  page?: string
  /** Values by template key: `{ thing1: '今日血糖记录' }`. Never patient data: the page behind it tells more. */
  values: Record<string, string>
  /** Which build the tap opens; released unless told. */
  build?: 'developer' | 'trial' | 'formal'
}

/**
 * - `accepted`: WeChat took it and the credit is used; a `sent` event tells what became of it
 * - `not-subscribed`: refused or no credit; ours was counted wrongly, so set the counter to 0
 * - `banned`: the template or account may not send
 * - `unknown-user`: the openid is not of this mini-program
 * - `sensitive`: WeChat refuses a word
 * - `value-refused`: a value is not of its type; `field` as WeChat names it
 * - `template-refused`, `page-refused`: not of this mini-program; an administrator must act
 * - `too-often`: a quota is spent, or others were sending to this patient all the while; nothing was sent
 */
export type SubscribeOutcome =
  { outcome: 'accepted' | PlainRefusal } | { outcome: 'value-refused'; field: string | undefined }

const outcomes = {
  40003: 'unknown-user',
  43101: 'not-subscribed',
  43107: 'banned',
  45168: 'sensitive',
  40037: 'template-refused',
  41030: 'page-refused',
  43108: 'too-often',
  45009: 'too-often',
  45011: 'too-often',
} as const
type PlainRefusal = (typeof outcomes)[keyof typeof outcomes]

function checkedBody(api: string, message: SubscribeMessage): object {
  const refuse = (field: string, hint: string) => new WechatInputRefused(api, field, hint)
  if (message.openId === '') throw refuse('openId', 'must not be empty')
  if (message.templateId === '') throw refuse('templateId', 'must not be empty')
  const values = Object.entries(message.values)
  if (values.length === 0) throw refuse('values', 'at least one value')
  for (const [key, value] of values) {
    const problem = subscribeValueProblem(key, value)
    if (problem) throw refuse(`values.${key}`, problem.hint)
  }
  return {
    touser: message.openId,
    template_id: message.templateId,
    page: message.page,
    data: Object.fromEntries(values.map(([key, value]) => [key, { value }])),
    miniprogram_state: message.build ?? 'formal',
    lang: 'zh_CN',
  }
}

/**
 * Subscribe messages, at most once: one accept of the patient is one send and WeChat knows no id of ours, so an unknown
 * outcome is never repeated. Count the credit as used then, and let the `sent` event or a later 43101 put it right.
 */
export function subscribeMessages({ call }: WechatClient) {
  return {
    /** @throws WechatInputRefused; WechatUnreachable with `sent: 'unknown'` leaves the touchpoint uncertain */
    async send(message: SubscribeMessage): Promise<SubscribeOutcome> {
      const api = 'cgi-bin/message/subscribe/send'
      const body = checkedBody(api, message)
      try {
        await call({ api, body, answer: z.unknown(), repeat: 'unsafe' })
        return { outcome: 'accepted' }
      } catch (error) {
        if (!(error instanceof WechatError)) throw error
        if (error.errcode === 47003)
          return { outcome: 'value-refused', field: /data\.(\w+)\.value/.exec(error.detail)?.[1] }
        const outcome = outcomes[error.errcode as keyof typeof outcomes]
        if (outcome) return { outcome }
        throw error
      }
    },
  }
}
