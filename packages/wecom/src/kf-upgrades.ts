import * as z from 'zod'
import type { WecomClient } from './client'
import { checked } from './limits'

const pair = { open_kfid: z.string().min(1), external_userid: z.string().min(1) }
const wording = z.string().min(1).optional()
const schema = z.discriminatedUnion('type', [
  z.strictObject({
    ...pair,
    type: z.literal(1),
    member: z.strictObject({ userid: z.string().min(1), wording }),
  }),
  z.strictObject({
    ...pair,
    type: z.literal(2),
    groupchat: z.strictObject({ chat_id: z.string().min(1), wording }),
  }),
])
const pairSchema = z.strictObject(pair)
const names = z.array(z.string()).default([])
const answer = z.looseObject({
  member_range: z.looseObject({ userid_list: names, department_id_list: z.array(z.int()).default([]) }).prefault({}),
  groupchat_range: z.looseObject({ chat_id_list: names }).prefault({}),
})

export type KfUpgradeConfig = z.output<typeof answer>

/**
 * 升级服务 (document 94674): hints to the staff in the WeCom client that this patient should get a member's card (type 1)
 * or a group's code (type 2). Nothing reaches the patient by it.
 */
export function kfUpgrades({ call }: WecomClient) {
  return {
    /** Whom the administrator allowed for it. */
    async config(): Promise<KfUpgradeConfig> {
      return call({ api: 'kf/customer/get_upgrade_service_config', answer, repeat: 'safe' })
    },
    /** @throws WecomError 95021 for a member or group that is not in `config` (action `config`) */
    async upgrade(input: z.input<typeof schema>): Promise<void> {
      const api = 'kf/customer/upgrade_service'
      await call({ api, body: checked(api, schema, input), answer: z.looseObject({}), repeat: 'safe' })
    },
    async cancel(input: z.input<typeof pairSchema>): Promise<void> {
      const api = 'kf/customer/cancel_upgrade_service'
      await call({ api, body: checked(api, pairSchema, input), answer: z.looseObject({}), repeat: 'safe' })
    },
  }
}
