import * as z from 'zod'
import { hasContent, messageBody } from './attachments'
import type { WecomClient } from './client'
import { WecomError } from './errors'
import { checked } from './limits'

const schema = z
  .strictObject({ welcome_code: z.string().min(1), ...messageBody })
  .refine(hasContent, { path: ['text'], error: 'text or an attachment is needed' })

export type WelcomeInput = z.input<typeof schema>

/**
 * - `expired`: the code is over 20 s old, used or invalid
 * - `already-welcomed`: delivered before, or the two already chat
 * - `other-app-sending`: another app of the corp is sending; may be tried again within the 20 s
 */
export type WelcomeOutcome = { outcome: 'sent' | 'expired' | 'already-welcomed' | 'other-app-sending' }

const outcomes: Record<number, WelcomeOutcome['outcome']> = {
  41050: 'expired',
  41051: 'already-welcomed',
  41096: 'other-app-sending',
}

/** Sends the welcome of a new friend (document 92137): once, within 20 s of the event. */
export function welcome({ call }: WecomClient) {
  return {
    /** @throws WecomInputRefused naming the field, WecomError for anything but the outcomes above */
    async send(input: WelcomeInput, signal?: AbortSignal): Promise<WelcomeOutcome> {
      const api = 'externalcontact/send_welcome_msg'
      const body = checked(api, schema, input)
      try {
        // A second delivery is refused by WeCom (41051), so a busy answer may be repeated.
        await call({ api, body, answer: z.unknown(), repeat: 'safe', signal })
        return { outcome: 'sent' }
      } catch (error) {
        const outcome = error instanceof WecomError ? outcomes[error.errcode] : undefined
        if (outcome) return { outcome }
        throw error
      }
    },
  }
}
