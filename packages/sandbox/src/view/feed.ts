import type { World } from '../world/world'

/** One thing that happened, for people to read. `latencyMs` is real time where a latency means something. */
export interface FeedEntry {
  version: number
  at: number
  kind: string
  sentence: string
  detail: Record<string, unknown>
  latencyMs: number | null
}

export interface Feed {
  add(kind: string, sentence: string, detail?: Record<string, unknown>, latencyMs?: number): void
}

const remembered = 2_000

/** Adding moves the world's version on. */
export function createFeed(world: World, now: () => number, dirty: () => void): Feed {
  return {
    add(kind, sentence, detail = {}, latencyMs) {
      world.version += 1
      world.feed.push({ version: world.version, at: now(), kind, sentence, detail, latencyMs: latencyMs ?? null })
      if (world.feed.length > remembered + 200) world.feed.splice(0, world.feed.length - remembered)
      dirty()
    },
  }
}
