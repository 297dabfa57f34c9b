import * as z from 'zod'
import { takeOne } from '../faults'
import { countCall } from '../vendor/rate-limit'
import { byteLength, read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { accountOf } from './session'
import { inVoiceFormat } from './silk'

const days3 = 3 * 86_400_000
const schema = z.object({
  cursor: z.string().default(''),
  token: z.string().default(''),
  limit: z.int().min(1).max(1000).default(1000),
  voice_format: z.union([z.literal(0), z.literal(1)]).default(0),
  open_kfid: z.string().min(1),
})

const cursorOf = (seq: number): string => `4gw7MepFLfgF2VC5${seq.toString(36).padStart(8, '0')}`

function seqOf(cursor: string): number {
  if (cursor === '') return 0
  if (byteLength(cursor) > 64 || !/^4gw7MepFLfgF2VC5[0-9a-z]{8}$/.test(cursor)) throw new VendorError(40058, 'cursor')
  return parseInt(cursor.slice(-8), 36)
}

/** sync_msg (W:94670): the log of three days behind a cursor. Messages sent by API are not in it. */
export const syncApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'kf/sync_msg',
    access: 'corp',
    handle({ sandbox, body }) {
      const { world, clock } = sandbox
      const given = read(schema, body)
      const account = accountOf(sandbox, given.open_kfid)
      if (given.token !== '') {
        if (byteLength(given.token) > 128) throw new VendorError(95007)
        const token = world.kfTokens.find((one) => one.token === given.token && one.openKfid === account.openKfid)
        if (token === undefined || token.expiresAt <= clock.now()) throw new VendorError(95007)
      } else if (world.switches.kfSyncWithoutToken === 'limited') {
        if (!countCall(world.calls, `sync_msg without token/${account.openKfid}`, clock.now(), 10))
          throw new VendorError(45009)
      }
      const after = seqOf(given.cursor)
      const entries = account.log.filter((entry) => entry.seq > after && clock.now() - entry.at <= days3)
      const start = entries[0] === undefined ? Math.max(after, account.lastSeq) : after
      if (entries.length > 0 && takeOne(world.faults, 'kfEmptyPage')) {
        return { next_cursor: cursorOf(start), has_more: 1, msg_list: [] }
      }
      const page = entries.slice(0, given.limit)
      return {
        next_cursor: cursorOf(page.at(-1)?.seq ?? start),
        has_more: entries.length > page.length ? 1 : 0,
        msg_list: page.map((entry) => inVoiceFormat(sandbox, entry.message, given.voice_format)),
      }
    },
  },
]
