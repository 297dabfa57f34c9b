import * as z from 'zod'
import { accessToken } from '../vendor/access-token'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { miniProgram } from './login'

const schema = z.object({
  grant_type: z.literal('client_credential'),
  appid: z.string().optional(),
  secret: z.string().optional(),
  force_refresh: z.boolean().default(false),
})
const forcedPerDay = 20
const forcedApartMs = 30_000
/** A stable token is renewed by itself this long before its end. */
const renewBeforeSeconds = 300

/** cgi-bin/token and cgi-bin/stable_token, whose tokens live apart. */
export const tokenApis: VendorApi[] = [
  {
    method: 'GET',
    path: 'cgi-bin/token',
    access: 'none',
    handle({ sandbox, query }) {
      if (query['grant_type'] !== 'client_credential') throw new VendorError(40002)
      const app = miniProgram(query['appid'], query['secret'])
      const { token, expiresIn } = accessToken(sandbox, app.appid, 'plain', 'renew')
      return { access_token: token.token, expires_in: expiresIn }
    },
  },
  {
    method: 'POST',
    path: 'cgi-bin/stable_token',
    access: 'none',
    handle({ sandbox, body }) {
      const { world, clock } = sandbox
      const given = read(schema, body)
      const app = miniProgram(given.appid, given.secret)
      if (given.force_refresh) {
        const key = `stable_token forced/${app.appid}`
        const count = (world.calls[key] ??= {
          minuteFrom: 0,
          inMinute: 0,
          hourFrom: clock.now(),
          inHour: 0,
          blockedUntil: 0,
        })
        if (clock.now() - count.hourFrom >= 86_400_000) Object.assign(count, { hourFrom: clock.now(), inHour: 0 })
        if (count.inHour >= forcedPerDay) throw new VendorError(45009)
        if (clock.now() - count.minuteFrom < forcedApartMs) throw new VendorError(45011)
        Object.assign(count, { minuteFrom: clock.now(), inHour: count.inHour + 1 })
      }
      const living = accessToken(sandbox, app.appid, 'stable', given.force_refresh ? 'renew' : 'living')
      if (living.expiresIn > renewBeforeSeconds)
        return { access_token: living.token.token, expires_in: living.expiresIn }
      // The old one lives on to its promised end, so that callers holding it are not cut off.
      const old = living.token
      const promised = old.diesAt
      const fresh = accessToken(sandbox, app.appid, 'stable', 'renew')
      old.diesAt = promised
      return { access_token: fresh.token.token, expires_in: fresh.expiresIn }
    },
  },
]
