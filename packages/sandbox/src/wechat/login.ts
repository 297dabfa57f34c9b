import { createHash } from 'node:crypto'
import { demo } from '../demo'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { redeemLoginCode } from '../world/login-code'

/** The mini-program of an appid and its secret: 40013, 40125. */
export function miniProgram(appid: string | undefined, secret: string | undefined): { appid: string } {
  if (appid === undefined || appid === '') throw new VendorError(41002)
  if (secret === undefined || secret === '') throw new VendorError(41004)
  const app = Object.values(demo.miniPrograms).find((one) => one.appid === appid)
  if (app === undefined) throw new VendorError(40013)
  if (app.secret !== secret) throw new VendorError(40125)
  return app
}

/** sns/jscode2session. A used and an expired code are both 40029. */
export const loginApis: VendorApi[] = [
  {
    method: 'GET',
    path: 'sns/jscode2session',
    access: 'none',
    handle({ sandbox, query }) {
      const app = miniProgram(query['appid'], query['secret'])
      if (query['grant_type'] !== 'authorization_code') throw new VendorError(40002)
      const redeemed = redeemLoginCode(sandbox, 'wechat', query['js_code'] ?? '', app.appid)
      if (redeemed.outcome !== 'ok') throw new VendorError(40029, redeemed.outcome)
      const user = sandbox.world.users.find((one) => one.key === redeemed.code.subject)
      const openid = user?.openids[app.appid]
      if (user === undefined || openid === undefined) throw new VendorError(40029)
      const sessionKey = createHash('sha256')
        .update(`${sandbox.world.seed}/wx/${redeemed.code.code}`)
        .digest()
        .subarray(0, 16)
      return { openid, session_key: sessionKey.toString('base64'), unionid: user.unionid }
    },
  },
]
