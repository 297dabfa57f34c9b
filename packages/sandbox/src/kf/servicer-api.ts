import * as z from 'zod'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { accountOf } from './session'

const schema = z.object({
  open_kfid: z.string(),
  userid_list: z.array(z.string()).max(100).default([]),
  department_id_list: z.array(z.int()).max(100).default([]),
})
const servicersPerAccount = 2_000

/** Who serves a kf account (W:94645–94647). */
export const servicerApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'kf/servicer/add',
    access: 'corp',
    handle({ sandbox, body }) {
      const given = read(schema, body)
      const account = accountOf(sandbox, given.open_kfid)
      if (given.userid_list.length === 0 && given.department_id_list.length === 0)
        throw new VendorError(40063, 'userid_list')
      if (account.servicers.length + given.userid_list.length > servicersPerAccount) throw new VendorError(95020)
      const results = given.userid_list.map((userid) => {
        const member = sandbox.world.members.find((one) => one.userid === userid)
        if (member === undefined) return { userid, errcode: 60111, errmsg: 'userid not found' }
        if (!member.inScope) return { userid, errcode: 60030, errmsg: 'user not in application scope' }
        if (account.servicers.some((one) => one.userid === userid)) return { userid, errcode: 0, errmsg: 'ignored' }
        account.servicers.push({ userid, receiving: true })
        return { userid, errcode: 0, errmsg: 'success' }
      })
      sandbox.changed()
      return { result_list: results }
    },
  },
  {
    method: 'POST',
    path: 'kf/servicer/del',
    access: 'corp',
    handle({ sandbox, body }) {
      const given = read(schema, body)
      const account = accountOf(sandbox, given.open_kfid)
      if (given.userid_list.length === 0 && given.department_id_list.length === 0)
        throw new VendorError(40063, 'userid_list')
      const results = given.userid_list.map((userid) => {
        const known = account.servicers.some((one) => one.userid === userid)
        account.servicers = account.servicers.filter((one) => one.userid !== userid)
        return { userid, errcode: 0, errmsg: known ? 'success' : 'ignored' }
      })
      sandbox.changed()
      return { result_list: results }
    },
  },
  {
    method: 'GET',
    path: 'kf/servicer/list',
    access: 'corp',
    handle: ({ sandbox, query }) => ({
      // Here 0 is receiving and 1 stopped, unlike the status of the event (W:94645).
      servicer_list: accountOf(sandbox, query['open_kfid'] ?? '').servicers.map((one) => ({
        userid: one.userid,
        status: one.receiving ? 0 : 1,
        ...(one.receiving ? {} : { stop_type: one.stopType ?? 0 }),
      })),
    }),
  },
]
