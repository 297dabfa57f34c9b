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

interface Found {
  token: string
  isFresh: boolean
}

const earlyRenewal = 5 * 60

/** Token cache of one (corp, secret) pair (document 91039): single flight, renewed 5 minutes before it ends. */
export function createAccessTokens({ key, store, clock, fetchToken }: AccessTokenOptions): AccessTokens {
  let flight: Promise<Found> | undefined
  const refused = new Set<string>()

  async function find(): Promise<Found> {
    const stored = await store.get(key)
    if (stored && !refused.has(stored.token) && Date.parse(stored.useUntil) > clock.now().getTime())
      return { token: stored.token, isFresh: false }
    const asked = clock.now().getTime()
    const { access_token: token, expires_in: life } = await fetchToken()
    // WeCom vouches for what it has just given, be it the refused one again: asking once more would only be blocked.
    refused.clear()
    const usable = Math.max(life - earlyRenewal, life / 2)
    await store.set(key, { token, useUntil: new Date(asked + usable * 1000).toISOString() })
    return { token, isFresh: true }
  }

  function shared(): Promise<Found> {
    flight ??= find().finally(() => {
      flight = undefined
    })
    return flight
  }

  return {
    current: async () => (await shared()).token,
    async renewed(token) {
      refused.add(token)
      const found = await shared()
      // The look-up that was joined may have read the store before the refusal was known.
      return found.token === token && !found.isFresh ? (await shared()).token : found.token
    },
  }
}
