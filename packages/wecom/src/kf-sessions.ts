import * as z from 'zod'
import type { WecomClient } from './client'
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

/** State of one patient's session with a kf account: sending by API is allowed in `new` and `assistant` only. */
export function kfSessions({ call }: WecomClient) {
  return {
    async get(openKfId: string, externalUserId: string): Promise<KfSession> {
      const body = { open_kfid: openKfId, external_userid: externalUserId }
      const answered = await call({ api: 'kf/service_state/get', body, answer: stateAnswer, repeat: 'safe' })
      return { state: answered.service_state, servicer: answered.servicer_userid || undefined }
    },
    /**
     * Moves the session. `msgCode` allows one prompt: it comes on first entering `queue` or `person`, and on `ended`.
     * @throws WecomError 95016 transition not allowed, 95014 and 95019 for the servicer
     */
    async transfer(input: z.input<typeof transition>): Promise<{ msgCode: string | undefined }> {
      const api = 'kf/service_state/trans'
      const { state, ...who } = checked(api, transition, input)
      const body = { ...who, service_state: kfStates.indexOf(state) }
      const answer = z.looseObject({ msg_code: z.string().optional() })
      return { msgCode: (await call({ api, body, answer, repeat: 'unsafe' })).msg_code || undefined }
    },
  }
}
