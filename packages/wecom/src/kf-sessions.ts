import * as z from 'zod'
import type { WecomClient } from './client'
import { WecomError } from './errors'
import { checked } from './limits'

/** Session states of 微信客服 by number (document 94669). */
export const kfStates = ['new', 'assistant', 'queue', 'person', 'ended'] as const
export type KfState = (typeof kfStates)[number]

const transition = z
  .strictObject({
    open_kfid: z.string().min(1),
    external_userid: z.string().min(1),
    state: z.enum(kfStates),
    /** The member who takes over; needed for `person`. */
    servicer_userid: z.string().min(1).optional(),
  })
  .refine((to) => to.state !== 'person' || to.servicer_userid !== undefined, {
    path: ['servicer_userid'],
    error: 'who takes over',
  })
const stateAnswer = z.looseObject({
  service_state: z
    .int()
    .min(0)
    .max(4)
    .transform((state) => kfStates[state]!),
  servicer_userid: z.string().optional(),
})

export interface KfSession {
  state: KfState
  /** The member who answers in the WeCom client, in state `person`. */
  servicer: string | undefined
}

const refusals = {
  95000: 'account-gone',
  95004: 'account-gone',
  95013: 'session-ended',
  95014: 'not-servicer',
  95016: 'not-allowed',
  95019: 'servicer-stopped',
  95020: 'servicer-full',
  60030: 'not-servicer',
} as const
type TransferRefusal = (typeof refusals)[keyof typeof refusals]

/**
 * - `moved`: `msgCode` allows one prompt (`kf.send.onEvent`); it comes on first entering `queue` or `person`, and on
 *   `ended`
 * - `session-ended`: only the patient's next message opens it again
 * - `not-servicer`: no servicer of this account, not activated, or outside the app's scope
 * - `not-allowed`: WeCom knows no such transition; read the state again
 * - `servicer-stopped`, `servicer-full`: choose another member
 */
export type KfTransferOutcome =
  { outcome: 'moved'; msgCode: string | undefined } | { outcome: TransferRefusal; errcode: number }

/** State of one patient's session with a kf account: sending by API is allowed in `new` and `assistant` only. */
export function kfSessions({ call }: WecomClient) {
  return {
    async get(openKfId: string, externalUserId: string): Promise<KfSession> {
      const body = { open_kfid: openKfId, external_userid: externalUserId }
      const answered = await call({ api: 'kf/service_state/get', body, answer: stateAnswer, repeat: 'safe' })
      return { state: answered.service_state, servicer: answered.servicer_userid || undefined }
    },
    /** Moves the session. @throws WecomInputRefused; WecomError and WecomUnreachable for all but the outcomes */
    async transfer(input: z.input<typeof transition>): Promise<KfTransferOutcome> {
      const api = 'kf/service_state/trans'
      const { state, ...who } = checked(api, transition, input)
      const body = { ...who, service_state: kfStates.indexOf(state) }
      const answer = z.looseObject({ msg_code: z.string().optional() })
      try {
        const moved = await call({ api, body, answer, repeat: 'unsafe' })
        return { outcome: 'moved', msgCode: moved.msg_code || undefined }
      } catch (error) {
        const errcode = error instanceof WecomError ? error.errcode : 0
        const outcome = refusals[errcode as keyof typeof refusals]
        if (outcome) return { outcome, errcode }
        throw error
      }
    },
  }
}
