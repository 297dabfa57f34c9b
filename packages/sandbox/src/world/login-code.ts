import type { Sandbox } from '../sandbox'

/** A code that proves who tapped or scanned: five minutes, single use. `subject` is a user key or a userid. */
export interface LoginCode {
  code: string
  kind: 'wechat' | 'wecomMiniProgram' | 'web'
  subject: string
  appid: string
  issuedAt: number
  used: boolean
}

const lifeMs = 5 * 60_000

export function issueLoginCode(sandbox: Sandbox, kind: LoginCode['kind'], subject: string, appid: string): string {
  const { world, ids, clock } = sandbox
  const code = ids.next('login-code', 32)
  world.loginCodes = world.loginCodes.filter((one) => clock.now() - one.issuedAt < 2 * lifeMs)
  world.loginCodes.push({ code, kind, subject, appid, issuedAt: clock.now(), used: false })
  sandbox.dirty()
  return code
}

export type Redeemed = { outcome: 'ok'; code: LoginCode } | { outcome: 'unknown' | 'used' | 'expired' }

/** Spends a code. A code of another kind or application counts as unknown and stays unspent. */
export function redeemLoginCode(sandbox: Sandbox, kind: LoginCode['kind'], text: string, appid: string): Redeemed {
  const code = sandbox.world.loginCodes.find((one) => one.code === text && one.kind === kind && one.appid === appid)
  if (code === undefined) return { outcome: 'unknown' }
  if (code.used && !(kind === 'wechat' && sandbox.world.switches.loginCode === 'reusable')) return { outcome: 'used' }
  if (sandbox.clock.now() - code.issuedAt > lifeMs) return { outcome: 'expired' }
  code.used = true
  sandbox.dirty()
  return { outcome: 'ok', code }
}
