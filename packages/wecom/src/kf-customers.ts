import * as z from 'zod'
import type { WecomClient } from './client'
import { checked } from './limits'

const schema = z.strictObject({
  external_userid_list: z.array(z.string().min(1)).min(1).max(100, { error: 'at most 100 patients' }),
  need_enter_session_context: z.union([z.literal(0), z.literal(1)]).optional(),
})
const customer = z.looseObject({
  external_userid: z.string(),
  nickname: z.string().optional(),
  avatar: z.string().optional(),
  gender: z.int().optional(),
  unionid: z.string().optional(),
  enter_session_context: z.looseObject({ scene: z.string().optional(), scene_param: z.string().optional() }).optional(),
})
const answer = z.looseObject({
  customer_list: z.array(customer).default([]),
  /** Not active within 48 h, or unknown. */
  invalid_external_userid: z.array(z.string()).default([]),
})

export type KfCustomer = z.output<typeof customer>

/** Who writes in a kf chat (document 95159). Only patients active within 48 h are answered: ask at first contact. */
export function kfCustomers({ call }: WecomClient) {
  return {
    async batchGet(input: z.input<typeof schema>): Promise<z.output<typeof answer>> {
      const api = 'kf/customer/batchget'
      return call({ api, body: checked(api, schema, input), answer, repeat: 'safe' })
    },
  }
}
