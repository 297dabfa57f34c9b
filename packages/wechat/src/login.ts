import * as z from 'zod'
import type { WechatClient } from './client'
import { WechatInputRefused } from './errors'
import { SessionKey } from './session-key'

const sessionAnswer = z.looseObject({
  openid: z.string().min(1),
  unionid: z.string().optional(),
  session_key: z.string().min(1),
})
const phoneAnswer = z.looseObject({
  phone_info: z.looseObject({
    purePhoneNumber: z.string().min(1),
    countryCode: z.string().min(1),
    watermark: z.looseObject({ appid: z.string() }),
  }),
})

export interface WechatSession {
  openId: string
  /** Only when the mini-program is bound to an Open Platform account. */
  unionId: string | undefined
  sessionKey: SessionKey
}

/** Sign-in of patients (interfaces of `wx.login` and `getPhoneNumber`). */
export function login({ call, callWithSecret }: WechatClient) {
  return {
    /**
     * Exchanges a `wx.login` code: 5 min, single use.
     * @throws WechatError `login-again` 40029, `stop-until` 45011, `blocked` 40226, `retry` -1
     */
    async jscode2session(code: string): Promise<WechatSession> {
      const api = 'sns/jscode2session'
      if (!/^[\x21-\x7e]{1,512}$/.test(code)) throw new WechatInputRefused(api, 'code', 'a code of wx.login')
      const query = { js_code: code, grant_type: 'authorization_code' }
      const { openid, unionid, session_key } = await callWithSecret({
        api,
        query,
        answer: sessionAnswer,
        repeat: 'safe',
      })
      return { openId: openid, unionId: unionid || undefined, sessionKey: new SessionKey(session_key) }
    },
    /** Exchanges a phone code, which is not the login code: 5 min, single use. */
    async phoneNumber(code: string): Promise<{ countryCode: string; number: string }> {
      const api = 'wxa/business/getuserphonenumber'
      if (!/^[\x21-\x7e]{1,512}$/.test(code)) throw new WechatInputRefused(api, 'code', 'a code of getPhoneNumber')
      const { phone_info } = await call({ api, body: { code }, answer: phoneAnswer, repeat: 'safe' })
      return { countryCode: phone_info.countryCode, number: phone_info.purePhoneNumber }
    },
  }
}
