import * as z from 'zod'
import { read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import type { ServiceState } from '../world/kf'
import { accountOf, eventCode, kfCustomerOf, sessionOf, stateNow } from './session'

const getSchema = z.object({ open_kfid: z.string(), external_userid: z.string() })
const transSchema = getSchema.extend({ service_state: z.int().min(0).max(4), servicer_userid: z.string().optional() })

/** What the text of the table allows (W:94669). Ending from 0, 1 or 2 is a switch. */
const allowed: Record<ServiceState, readonly number[]> = { 0: [1, 2, 3], 1: [2, 3], 2: [3], 3: [3, 4], 4: [] }

export const serviceStateApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'kf/service_state/get',
    access: 'corp',
    handle({ sandbox, body }) {
      const given = read(getSchema, body)
      const session = sessionOf(
        sandbox,
        accountOf(sandbox, given.open_kfid),
        kfCustomerOf(sandbox, given.external_userid),
      )
      const state = stateNow(session, sandbox.clock.now())
      return { service_state: state, ...(state === 3 ? { servicer_userid: session.servicer } : {}) }
    },
  },
  {
    method: 'POST',
    path: 'kf/service_state/trans',
    access: 'corp',
    handle({ sandbox, body }) {
      const given = read(transSchema, body)
      const account = accountOf(sandbox, given.open_kfid)
      const session = sessionOf(sandbox, account, kfCustomerOf(sandbox, given.external_userid))
      const from = stateNow(session, sandbox.clock.now())
      if (from === 4) throw new VendorError(95013)
      const ends = given.service_state === 4 && from !== 3 && sandbox.world.switches.kfEndByApi === 'allowed'
      if (!ends && !allowed[from].includes(given.service_state))
        throw new VendorError(95016, `${from} to ${given.service_state}`)
      if (given.service_state === 3) {
        const servicer = account.servicers.find((one) => one.userid === given.servicer_userid)
        if (servicer === undefined) throw new VendorError(95014)
        if (!servicer.receiving) throw new VendorError(95019)
        if (from === 3 && session.servicer === servicer.userid)
          throw new VendorError(95016, 'already with this servicer')
        if (session.servicer !== null) session.formerServicers = [...(session.formerServicers ?? []), session.servicer]
        session.servicer = servicer.userid
      }
      const state = given.service_state as ServiceState
      session.state = state
      session.activeAt = sandbox.clock.now()
      if (state !== 3) {
        if (session.servicer !== null) session.formerServicers = [...(session.formerServicers ?? []), session.servicer]
        session.servicer = null
      }
      const name = sandbox.world.users.find((user) => user.key === session.user)?.name ?? ''
      sandbox.feed.add('kf.state', `${name}的会话从 ${from} 变为 ${state}`, {
        user: session.user,
        openKfid: account.openKfid,
        from,
        to: state,
      })
      if (state === 2) return { msg_code: eventCode(sandbox, session, 'queue') }
      if (state === 3 && from !== 3) return { msg_code: eventCode(sandbox, session, 'takeover') }
      if (state === 4) return { msg_code: eventCode(sandbox, session, 'end') }
      return {}
    },
  },
]
