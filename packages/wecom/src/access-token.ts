import type { Clock } from './clock'
import type { TokenStore } from './token-store'

export interface AccessTokens {
  /** A token that is valid as far as we know. All callers share one running fetch, and its failure. */
  current(): Promise<string>
  /** A token other than `refused`; fetches only when nobody has replaced it yet. */
  renewed(refused: string): Promise<string>
}

export interface AccessTokenOptions {
  /** Names the token in a shared store; must not hold the secret. */
  key: string
  store: TokenStore
  clock: Clock
  /** Asks for a new token. `expires_in` in seconds. */
  fetchToken: () => Promise<{ access_token: string; expires_in: number }>
}

const earlyRenewal = 5 * 60

/** Token cache of one (corp, secret) pair (document 91039): single flight, renewed 5 minutes before it ends. */
export function createAccessTokens({ key, store, clock, fetchToken }: AccessTokenOptions): AccessTokens {
  let flight: Promise<string> | undefined

  async function find(refused: string | undefined): Promise<string> {
    const stored = await store.get(key)
    if (stored && stored.token !== refused && Date.parse(stored.useUntil) > clock.now().getTime()) return stored.token
    const asked = clock.now().getTime()
    const { access_token: token, expires_in: life } = await fetchToken()
    const usable = Math.max(life - earlyRenewal, life / 2)
    await store.set(key, { token, useUntil: new Date(asked + usable * 1000).toISOString() })
    return token
  }

  function shared(refused: string | undefined): Promise<string> {
    flight ??= find(refused).finally(() => {
      flight = undefined
    })
    return flight
  }

  return {
    current: () => shared(undefined),
    async renewed(refused) {
      const token = await shared(refused)
      // The flight that was joined may have started before the refusal was known, and so may carry that same token.
      return token === refused ? shared(refused) : token
    },
  }
}
