import type { SeenInProduct } from './evidence'

const key = 'suixing-portal-seen'

/** What an earlier load of the portal saw in the same sandbox: a smaller version now means a sandbox begun anew. */
export function keptSeen(version: number): SeenInProduct | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as { version: number; seen: SeenInProduct } | null
    return kept && kept.version <= version ? kept.seen : null
  } catch {
    return null
  }
}

/** Keeps what was seen for the next load. A browser that keeps nothing starts from what the feed shows. */
export function keepSeen(version: number, seen: SeenInProduct): void {
  try {
    localStorage.setItem(key, JSON.stringify({ version, seen }))
  } catch {
    return
  }
}

export function forgetSeen(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    return
  }
}
