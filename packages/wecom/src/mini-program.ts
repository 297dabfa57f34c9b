import * as z from 'zod'
import type { WecomClient } from './client'
import { bytes, checked } from './limits'

const schema = z.strictObject({ js_code: bytes(512, 1) })
const answer = z.looseObject({ corpid: z.string(), userid: z.string().min(1), session_key: z.string().min(1) })

/** The physician mini-program inside WeCom (document 91507). */
export function miniProgram({ call }: WecomClient) {
  return {
    /** Exchanges a `wx.qy.login` code: single use, 5 min. The session key stays on the server and out of logs. */
    async jscode2session(code: string): Promise<{ corpId: string; userId: string; sessionKey: string }> {
      const api = 'miniprogram/jscode2session'
      const query = { ...checked(api, schema, { js_code: code }), grant_type: 'authorization_code' }
      const { corpid, userid, session_key } = await call({ api, query, answer, repeat: 'unsafe' })
      return { corpId: corpid, userId: userid, sessionKey: session_key }
    },
  }
}
