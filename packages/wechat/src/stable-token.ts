export interface StoredStableToken {
  token: string
  /** When to ask again, ISO 8601 UTC. */
  useUntil: string
}

/** Where the token lives; instances may share one, though WeChat gives all of them the same token anyway. */
export interface StableTokenStore {
  get(key: string): Promise<StoredStableToken | undefined>
  set(key: string, value: StoredStableToken): Promise<void>
}

export interface StableTokens {
  current(): Promise<string>
  /** A token other than `refused` if WeChat has one to give. */
  renewed(refused: string): Promise<string>
}

export interface StableTokenOptions {
  /** Names the token in a shared store; must not hold the secret. */
  key: string
  store: StableTokenStore
  clock: { now(): Date }
  /** `force` kills the running token for everyone: 20 a day, 30 s apart. `expires_in` in seconds. */
  fetchToken: (mode: 'normal' | 'force') => Promise<{ access_token: string; expires_in: number }>
}

interface Found {
  token: string
  isFresh: boolean
}

const forcePause = 30_000

/**
 * Cache of the stable access token. Normal mode returns the running token with the life it has left and renews it
 * itself some 5 minutes early, so we ask again when a minute is left; force is used only when normal mode gives back
 * the very token that was refused.
 */
export function createStableTokens({ key, store, clock, fetchToken }: StableTokenOptions): StableTokens {
  let flight: Promise<Found> | undefined
  let forcedAt = -Infinity
  const refused = new Set<string>()

  async function find(): Promise<Found> {
    const now = clock.now().getTime()
    const stored = await store.get(key)
    if (stored && !refused.has(stored.token) && Date.parse(stored.useUntil) > now)
      return { token: stored.token, isFresh: false }
    let answer = await fetchToken('normal')
    if (refused.has(answer.access_token) && Math.abs(now - forcedAt) >= forcePause) {
      forcedAt = now
      answer = await fetchToken('force')
    }
    refused.clear()
    const usable = Math.max(answer.expires_in - 60, answer.expires_in / 2)
    await store.set(key, { token: answer.access_token, useUntil: new Date(now + usable * 1000).toISOString() })
    return { token: answer.access_token, isFresh: true }
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
