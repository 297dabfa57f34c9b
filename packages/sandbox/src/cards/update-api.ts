import * as z from 'zod'
import { demo } from '../demo'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { isInteractive } from './card'
import { readCard } from './card-rules'
import { livingResponseCode } from './response-code'
import { cardOf, replaceButtons, replaceCard } from './sent-card'

const schema = z.looseObject({
  agentid: z.union([z.int(), z.string()]),
  response_code: z.string(),
  userids: z.array(z.string()).max(1_000).default([]),
  partyids: z.array(z.int()).max(100).default([]),
  tagids: z.array(z.int()).max(100).default([]),
  atall: z.union([z.literal(0), z.literal(1)]).default(0),
  button: z.object({ replace_name: z.string().min(1) }).optional(),
})
const hours24 = 24 * 3_600_000

/** message/update_template_card (W:94888) and message/recall (W:94867). */
export const cardApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'message/update_template_card',
    access: 'corp',
    handle({ sandbox, body }) {
      const { world } = sandbox
      const given = read(schema, body)
      if (Number(given.agentid) !== demo.corp.agentid) throw new VendorError(42015)
      const code = livingResponseCode(sandbox, given.response_code)
      const next = given.button === undefined ? readCard(given['template_card']) : null
      const wanted = given.atall === 1 ? world.members.map((one) => one.userid) : given.userids
      if (wanted.length === 0) throw new VendorError(82101)
      const found = wanted.map((userid) => {
        const member = world.members.find((one) => one.userid.toLowerCase() === userid.toLowerCase())
        const card = member === undefined || !member.inScope ? null : cardOf(member, code.messageId)
        return { userid, card }
      })
      const reached = found.flatMap(({ card }) => card ?? [])
      if (reached.length === 0) throw new VendorError(82102)
      if (next === null && reached.some((card) => !isInteractive(card.card)))
        throw new VendorError(40058, 'button: this card has no buttons')
      for (const card of reached) {
        if (next === null) replaceButtons(card, given.button?.replace_name ?? '')
        else replaceCard(card, next)
      }
      code.used = true
      sandbox.feed.add('card.updated', `${reached.length} 位成员的卡片已更新`, { messageId: code.messageId })
      const invalid = given.atall === 1 ? [] : found.filter(({ card }) => card === null).map(({ userid }) => userid)
      return { invaliduser: invalid.map((userid) => userid.toLowerCase()) }
    },
  },
  {
    method: 'POST',
    path: 'message/recall',
    access: 'corp',
    handle({ sandbox, body }) {
      const { msgid } = read(z.object({ msgid: z.string().min(1) }), body)
      const sent = sandbox.world.members.flatMap((member) => member.inbox.filter((one) => one.id === msgid))
      if (sent[0] === undefined) throw new VendorError(40058, 'msgid')
      if (sandbox.clock.now() - sent[0].at > hours24) throw new VendorError(42052)
      for (const message of sent) message.content = { type: 'recalled' }
      sandbox.feed.add('member.recalled', '一条应用消息被撤回', { messageId: msgid })
      return {}
    },
  },
]
