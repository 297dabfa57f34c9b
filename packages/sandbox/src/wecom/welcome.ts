import * as z from 'zod'
import { takeOne } from '../faults'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { messageContents, messageSchema } from './attachments'

/** Twenty seconds, single use (W:92137). */
export interface WelcomeCode {
  code: string
  userid: string
  user: string
  issuedAt: number
  used: boolean
}

const lifeMs = 20_000
const schema = messageSchema.extend({ welcome_code: z.string() })

export const welcomeApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'externalcontact/send_welcome_msg',
    access: 'corp',
    handle({ sandbox, body }) {
      const { world, clock, ids, feed } = sandbox
      const given = read(schema, body)
      const code = world.welcomeCodes.find((one) => one.code === given.welcome_code)
      if (code === undefined) throw new VendorError(41050)
      const friendship = world.friendships.find((one) => one.userid === code.userid && one.user === code.user)
      if (code.used || friendship === undefined) throw new VendorError(41051)
      if (clock.now() - code.issuedAt > lifeMs) throw new VendorError(41050)
      if (friendship.chat.some((message) => message.from !== 'system' && message.at >= code.issuedAt))
        throw new VendorError(41051)
      if (takeOne(world.faults, 'welcomeElsewhere')) throw new VendorError(41096)
      const contents = messageContents(sandbox, given)
      code.used = true
      for (const content of contents) {
        friendship.chat.push({
          id: ids.next('chat-message', 20),
          at: clock.now(),
          from: 'corp',
          by: code.userid,
          content,
          readByPatient: false,
        })
      }
      const since = sandbox.waitingSince.get(`welcome/${code.userid}/${code.user}`)
      const latency = since === undefined ? undefined : Math.round(clock.real() - since)
      const name = world.users.find((user) => user.key === code.user)?.name ?? ''
      feed.add(
        'welcome.delivered',
        `${name}收到欢迎语（${contents.length} 条）`,
        { userid: code.userid, user: code.user },
        latency,
      )
      return {}
    },
  },
]
