import type { Pusher } from './callbacks/pusher'
import type { Clock } from './clock/clock'
import type { Presence } from './clock/presence'
import type { Feed } from './view/feed'
import type { MediaStore } from './wecom/media-store'
import type { Ids } from './world/ids'
import type { World } from './world/world'

/** What every part of the sandbox works with. */
export interface Sandbox {
  world: World
  clock: Clock
  ids: Ids
  feed: Feed
  pusher: Pusher
  media: MediaStore
  presence: Presence
  /** Where the portal finds the mini-programs as web pages; null leaves it to the portal. */
  appUrls: { patient: string | null; physician: string | null }
  /** Real instants of what a patient last did, to tell the latency of an answer; not part of the world. */
  waitingSince: Map<string, number>
  /** Something a view shows has changed: moves the version and saves. */
  changed(): void
  /** Something changed that no view shows: saves only. */
  dirty(): void
}
