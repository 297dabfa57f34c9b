import type { Sandbox } from '../sandbox'
import { shanghai } from '../view/shanghai'
import { askFollowers, away, tellFollowers } from './followers'
import type { FollowerAnswer } from './followers'

export type AdvanceTarget = { by: number } | { to: number } | { toNext: true }

export interface AdvanceReport {
  from: string
  now: string
  /** Instants at which something fired, the target included. The first 500 of them. */
  instants: string[]
  instantCount: number
  followersAway: { url: string; problem: string }[]
  /** `rounds`: one instant never came to rest. `instants`: too many instants before the target. */
  bound: null | 'rounds' | 'instants'
}

const roundsAtOneInstant = 50
const instantsInOneAdvance = 100_000

function earliest(candidates: readonly (number | null)[], after: number): number | null {
  const later = candidates.filter((at): at is number => at !== null && at > after)
  return later.length === 0 ? null : Math.min(...later)
}

const nexts = (answers: readonly FollowerAnswer[]): (number | null)[] =>
  answers.map((answer) => (answer.present ? answer.nextInstant : null))

/**
 * Moves business time: to the next scheduled instant among the sandbox's own schedule and its followers', fires it,
 * waits until nothing is due there, and repeats until the target. Runs one at a time.
 */
export async function advance(sandbox: Sandbox, target: AdvanceTarget): Promise<AdvanceReport> {
  const { clock, world, pusher, presence } = sandbox
  clock.hold()
  const from = clock.now()
  const instants: number[] = []
  let bound: AdvanceReport['bound'] = null
  let missing: AdvanceReport['followersAway'] = []

  /** Everything due at the present instant, until a whole round changes nothing. */
  const settle = async (): Promise<FollowerAnswer[]> => {
    for (let round = 0; ; round += 1) {
      const pushedBefore = await pusher.deliverDue()
      const answers = await tellFollowers(world.followers, clock.now(), 'frozen')
      missing = away(answers)
      presence.note(answers)
      const pushedAfter = await pusher.deliverDue()
      const busy = answers.some(
        (one) => one.present && (!one.idle || (one.nextInstant !== null && one.nextInstant <= clock.now())),
      )
      if (!busy && pushedAfter === 0 && (pushedBefore === 0 || world.followers.length === 0)) return answers
      if (round >= roundsAtOneInstant) {
        bound = 'rounds'
        return answers
      }
    }
  }

  try {
    let answers: FollowerAnswer[]
    let until: number
    if ('toNext' in target) {
      answers = await askFollowers(world.followers)
      missing = away(answers)
      until = earliest([pusher.nextInstant(), ...nexts(answers)], from) ?? from
    } else {
      until = 'to' in target ? target.to : from + target.by
      answers = await settle()
    }
    while (clock.now() < until && bound === null) {
      const next = Math.min(earliest([pusher.nextInstant(), ...nexts(answers)], clock.now()) ?? until, until)
      clock.set(next)
      answers = await settle()
      instants.push(next)
      if (instants.length >= instantsInOneAdvance) bound = 'instants'
    }
  } finally {
    clock.release()
  }
  if (clock.mode() === 'running') missing = away(await tellFollowers(world.followers, clock.now(), 'running'))
  const iso = (at: number): string => new Date(at).toISOString()
  sandbox.feed.add('clock.moved', `时间走到 ${shanghai(clock.now())}`, { from: iso(from), instants: instants.length })
  return {
    from: iso(from),
    now: iso(clock.now()),
    instants: instants.slice(0, 500).map(iso),
    instantCount: instants.length,
    followersAway: missing,
    bound,
  }
}
