export interface StoredToken {
  token: string
  /** When to stop using it, ISO 8601 UTC; the early renewal margin is already taken off. */
  useUntil: string
}

/** Where a token lives. Give several instances one shared store, for WeCom blocks frequent gettoken calls. */
export interface TokenStore {
  get(key: string): Promise<StoredToken | undefined>
  set(key: string, value: StoredToken): Promise<void>
}

export function memoryTokenStore(): TokenStore {
  const tokens = new Map<string, StoredToken>()
  return {
    get: async (key) => tokens.get(key),
    set: async (key, value) => void tokens.set(key, value),
  }
}
