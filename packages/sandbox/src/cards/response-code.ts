import type { Sandbox } from '../sandbox'
import { VendorError } from '../vendor/vendor-error'

/** Good for one update of the cards of a message within 72 hours: one from sending, one from every click (W:94888). */
export interface ResponseCode {
  code: string
  messageId: string
  expiresAt: number
  used: boolean
}

const lifeMs = 72 * 3_600_000

export function issueResponseCode(sandbox: Sandbox, messageId: string): string {
  const { world, ids, clock } = sandbox
  const code = ids.next('response-code', 43)
  world.responseCodes = world.responseCodes.filter((one) => one.expiresAt > clock.now() - lifeMs).slice(-5_000)
  world.responseCodes.push({ code, messageId, expiresAt: clock.now() + lifeMs, used: false })
  sandbox.dirty()
  return code
}

/** The living code; 60140 used, expired or unknown. The caller marks it used when the update is done. */
export function livingResponseCode(sandbox: Sandbox, code: string): ResponseCode {
  const found = sandbox.world.responseCodes.find((one) => one.code === code)
  if (found === undefined || found.used || found.expiresAt <= sandbox.clock.now()) throw new VendorError(60140)
  return found
}
