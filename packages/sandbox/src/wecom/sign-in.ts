import { createHash } from 'node:crypto'
import { demo } from '../demo'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import type { Sandbox } from '../sandbox'
import { redeemLoginCode } from '../world/login-code'
import type { LoginCode } from '../world/login-code'
import { memberOf } from './people'

const redeemed = { unknown: 40029, used: 42022, expired: 42003 } as const

function spend(sandbox: Sandbox, kind: LoginCode['kind'], code: string | undefined, appid: string): LoginCode {
  if (code === undefined || code === '') throw new VendorError(41008)
  const result = redeemLoginCode(sandbox, kind, code, appid)
  if (result.outcome !== 'ok') throw new VendorError(redeemed[result.outcome])
  return result.code
}

/** Sign-in of members (W:98176, W:91507) and the directory a self-built app may read (W:90196, W:90200). */
export const signInApis: VendorApi[] = [
  {
    method: 'GET',
    path: 'auth/getuserinfo',
    access: 'corp',
    // The userid comes back for members outside the app's scope too: it is not authorisation.
    handle: ({ sandbox, query }) => ({ userid: spend(sandbox, 'web', query['code'], demo.corp.corpid).subject }),
  },
  {
    method: 'GET',
    path: 'miniprogram/jscode2session',
    access: 'corp',
    handle({ sandbox, query }) {
      if (query['grant_type'] !== 'authorization_code') throw new VendorError(40058, 'grant_type')
      const linked = Object.values(demo.miniPrograms).filter((one) => one.linkedToCorp)
      const text = query['js_code']
      const app = linked.find((one) =>
        sandbox.world.loginCodes.some((code) => code.code === text && code.appid === one.appid),
      )
      const code = spend(sandbox, 'wecomMiniProgram', text, app?.appid ?? '')
      const sessionKey = createHash('sha256').update(`${sandbox.world.seed}/qy/${code.code}`).digest().subarray(0, 16)
      return { corpid: demo.corp.corpid, userid: code.subject, session_key: sessionKey.toString('base64') }
    },
  },
  {
    method: 'GET',
    path: 'user/get',
    access: 'corp',
    handle({ sandbox, query }) {
      const member = memberOf(sandbox, query['userid'] ?? '')
      return {
        userid: member.userid,
        name: member.name,
        department: [1],
        position: member.position,
        is_leader_in_dept: [0],
        direct_leader: [],
        main_department: 1,
        status: 1,
      }
    },
  },
  {
    method: 'GET',
    path: 'user/simplelist',
    access: 'corp',
    handle({ sandbox, query }) {
      if (query['department_id'] !== '1') throw new VendorError(60003)
      const members = sandbox.world.members.filter((one) => one.inScope)
      return { userlist: members.map((one) => ({ userid: one.userid, name: one.name, department: [1] })) }
    },
  },
]
