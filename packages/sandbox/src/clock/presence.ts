import { askFollowers } from './followers'
import type { Follower, FollowerAnswer } from './followers'

/** What the followers last answered, asked again in the background while somebody looks. */
export interface Presence {
  /** Asks the followers unless that was done within the last two real seconds. Does not wait for them. */
  look(): void
  note(answers: readonly FollowerAnswer[]): void
  of(url: string): boolean
  /** The earliest instant any present follower has scheduled. */
  nextInstant(): number | null
}

const lookEveryMs = 2_000

/** @param changed called when an answer differs from the one before */
export function createPresence(
  followers: () => readonly Follower[],
  real: () => number,
  changed: () => void,
): Presence {
  const known = new Map<string, { present: boolean; nextInstant: number | null }>()
  let lookedAt = -Infinity
  let looking = false
  const note = (answers: readonly FollowerAnswer[]): void => {
    for (const answer of answers) {
      const before = known.get(answer.follower.url)
      const present = answer.present
      const nextInstant = answer.present ? answer.nextInstant : null
      known.set(answer.follower.url, { present, nextInstant })
      if (before?.present !== present || before.nextInstant !== nextInstant) changed()
    }
  }
  return {
    look() {
      if (looking || followers().length === 0 || real() - lookedAt < lookEveryMs) return
      looking = true
      lookedAt = real()
      void askFollowers(followers()).then((answers) => {
        looking = false
        note(answers)
      })
    },
    note,
    of: (url) => known.get(url)?.present ?? false,
    nextInstant() {
      const instants = followers().map((one) => known.get(one.url)?.nextInstant ?? null)
      return instants.reduce((least, at) => (at === null ? least : least === null ? at : Math.min(least, at)), null)
    },
  }
}
