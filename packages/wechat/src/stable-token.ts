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

const forcePause = 30_000

/**
 * Cache of the stable access token. Normal mode returns the running token with the life it has left and renews it
 * itself some 5 minutes early, so we ask again when a minute is left; force is used only when normal mode gives back
 * the very token that was refused.
 */
export function createStableTokens({ key, store, clock, fetchToken }: StableTokenOptions): StableTokens {
  let flight: Promise<string> | undefined
  let forcedAt = -Infinity

  async function find(refused: string | undefined): Promise<string> {
    const now = clock.now().getTime()
    const stored = await store.get(key)
    if (stored && stored.token !== refused && Date.parse(stored.useUntil) > now) return stored.token
    let answer = await fetchToken('normal')
    if (answer.access_token === refused && Math.abs(now - forcedAt) >= forcePause) {
      forcedAt = now
      answer = await fetchToken('force')
    }
    const usable = Math.max(answer.expires_in - 60, answer.expires_in / 2)
    await store.set(key, { token: answer.access_token, useUntil: new Date(now + usable * 1000).toISOString() })
    return answer.access_token
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
      // The flight that was joined may have started before the refusal was known.
      return token === refused ? shared(refused) : token
    },
  }
}
