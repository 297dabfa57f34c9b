import * as z from 'zod'
import type { WecomClient } from './client'
import { bytes, checked } from './limits'

const codeSchema = z.strictObject({ code: bytes(512, 1) })
const ticketSchema = z.strictObject({ user_ticket: bytes(512, 1) })
const text = z.string().optional()
const userAnswer = z
  .looseObject({ userid: text, UserId: text, user_ticket: text, openid: text, OpenId: text, external_userid: text })
  .refine((who) => who.userid || who.UserId || who.openid || who.OpenId, { path: ['userid'], error: 'nobody' })
const detailAnswer = z.looseObject({
  userid: z.string().min(1),
  gender: text,
  avatar: text,
  qr_code: text,
  mobile: text,
  email: text,
  biz_mail: text,
  address: text,
})

/**
 * Who signed in. A `member` is known to the corp, which is not yet authorisation: WeCom names members outside the
 * app's scope too, so look the userid up in our own roles.
 */
export type SignedIn =
  | { who: 'member'; userId: string; userTicket: string | undefined }
  | { who: 'outsider'; openId: string; externalUserId: string | undefined }

export type MemberDetail = z.output<typeof detailAnswer>

/** Web and OAuth sign-in (documents 98176, 91023, 95833). */
export function signIn({ call }: WecomClient) {
  return {
    /** Exchanges the code: single use, 5 min. @throws WecomError `login-again` for a bad, used or expired code */
    async userInfo(code: string): Promise<SignedIn> {
      const api = 'auth/getuserinfo'
      const query = checked(api, codeSchema, { code })
      const answered = await call({ api, query, answer: userAnswer, repeat: 'unsafe' })
      const userId = answered.userid || answered.UserId
      if (userId) return { who: 'member', userId, userTicket: answered.user_ticket || undefined }
      const openId = answered.openid || answered.OpenId || ''
      return { who: 'outsider', openId, externalUserId: answered.external_userid || undefined }
    },
    /** Only what the administrator selected and the member granted; the ticket lives 30 min. */
    async userDetail(userTicket: string): Promise<MemberDetail> {
      const api = 'auth/getuserdetail'
      const body = checked(api, ticketSchema, { user_ticket: userTicket })
      return call({ api, body, answer: detailAnswer, repeat: 'safe' })
    },
  }
}
