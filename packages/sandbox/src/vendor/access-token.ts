import type { Sandbox } from '../sandbox'
import { VendorError } from './vendor-error'

/** `owner`: the corp's self-built app, or a mini-program's appid. `pool`: stable_token lives apart from token. */
export interface AccessToken {
  token: string
  owner: string
  pool: 'plain' | 'stable'
  issuedAt: number
  expiresAt: number
  /** Dies here whatever was promised; from then on the vendor calls it invalid rather than expired. */
  diesAt: number | null
}

const lifeMs = 7_200_000

const alive = (token: AccessToken, now: number): boolean =>
  token.expiresAt > now && (token.diesAt === null || token.diesAt > now)

/** The living token of an owner, or a fresh one; `renew` makes a fresh one and kills the old. */
export function accessToken(
  sandbox: Sandbox,
  owner: string,
  pool: AccessToken['pool'],
  want: 'living' | 'renew' = 'living',
): { token: AccessToken; expiresIn: number } {
  const { world, clock, ids } = sandbox
  const now = clock.now()
  const mine = world.tokens.filter((token) => token.owner === owner && token.pool === pool)
  let token = mine.filter((one) => alive(one, now)).at(-1)
  if (token !== undefined && want === 'renew') {
    token.diesAt = now
    token = undefined
  }
  if (token === undefined) {
    const death = world.faults.tokenEarlyDeath?.seconds
    token = {
      token: ids.next(`token/${owner}/${pool}`, 214),
      owner,
      pool,
      issuedAt: now,
      expiresAt: now + lifeMs,
      diesAt: death === undefined || death === 0 ? null : now + death * 1000,
    }
    world.tokens = world.tokens.filter((one) => now - one.expiresAt < lifeMs)
    world.tokens.push(token)
    sandbox.dirty()
  }
  return { token, expiresIn: Math.ceil((token.expiresAt - now) / 1000) }
}

/** The token of a call: 41001 missing, 40014 unknown or dead before its time, 42001 expired. */
export function checkToken(
  sandbox: Sandbox,
  text: string | undefined,
  kind: 'corp' | 'miniProgram',
  corpid: string,
): AccessToken {
  if (text === undefined || text === '') throw new VendorError(41001)
  const now = sandbox.clock.now()
  const token = sandbox.world.tokens.find((one) => one.token === text)
  if (token === undefined || (token.owner === corpid) !== (kind === 'corp')) throw new VendorError(40014)
  if (token.diesAt !== null && token.diesAt <= now) throw new VendorError(40014)
  if (token.expiresAt <= now) throw new VendorError(42001)
  return token
}
