import * as z from 'zod'
import { advance } from '../clock/advance'
import { away, tellFollowers } from '../clock/followers'
import type { Sandbox } from '../sandbox'
import { clockFacts } from '../view/clock-facts'
import { action } from './action'
import type { Action } from './action'
import { ControlError } from './control-error'

const units: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

function milliseconds(by: string | number): number {
  if (typeof by === 'number') return by
  const parts = [...by.matchAll(/(\d+)([smhd])/g)]
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== by) {
    throw new ControlError('badInput', 'write 90d, 1h30m, 20s or a number of milliseconds', 'by')
  }
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? 's'] ?? 0), 0)
}

/** One walk of the clock at a time: the next waits for the one before. */
const walking = new WeakMap<Sandbox, Promise<unknown>>()

export function clockNow(sandbox: Sandbox): object {
  return { ...clockFacts(sandbox), followers: sandbox.world.followers.map((one) => one.url) }
}

export const clockActions: Action[] = [
  action({
    name: 'follow',
    summary: 'Registers a product host whose clock follows this one; answers now and mode for it to start from.',
    input: z.object({ url: z.url(), secret: z.string().min(1) }),
    run(sandbox, given) {
      sandbox.world.followers = [...sandbox.world.followers.filter((one) => one.url !== given.url), given]
      sandbox.changed()
      return clockNow(sandbox)
    },
  }),
  action({
    name: 'unfollow',
    summary: 'Forgets a product host.',
    input: z.object({ url: z.string() }),
    run(sandbox, given) {
      sandbox.world.followers = sandbox.world.followers.filter((one) => one.url !== given.url)
      sandbox.changed()
      return clockNow(sandbox)
    },
  }),
  action({
    name: 'mode',
    summary: 'Lets business time flow (running) or stand (frozen), and tells the followers.',
    input: z.object({ mode: z.enum(['running', 'frozen']) }),
    async run(sandbox, given) {
      sandbox.clock.setMode(given.mode)
      sandbox.feed.add('clock.mode', given.mode === 'running' ? '时间恢复流动' : '时间已暂停', { mode: given.mode })
      const answers = await tellFollowers(sandbox.world.followers, sandbox.clock.now(), given.mode)
      sandbox.presence.note(answers)
      return { ...clockNow(sandbox), followersAway: away(answers) }
    },
  }),
  action({
    name: 'advance',
    summary:
      'Moves business time: by a span (90d, 1h30m, 20s, or milliseconds), to an instant, or toNext scheduled instant.',
    input: z.object({
      by: z.union([z.string(), z.number().min(0)]).optional(),
      to: z.iso.datetime({ offset: true }).optional(),
      toNext: z.literal(true).optional(),
    }),
    async run(sandbox, given) {
      if ([given.by, given.to, given.toNext].filter((one) => one !== undefined).length !== 1) {
        throw new ControlError('badInput', 'exactly one of by, to, toNext is needed', 'by')
      }
      const before = walking.get(sandbox) ?? Promise.resolve()
      const walk = before.then(async () => {
        if (given.toNext === true) return advance(sandbox, { toNext: true })
        if (given.by !== undefined) return advance(sandbox, { by: milliseconds(given.by) })
        const to = Date.parse(given.to ?? '')
        if (to < sandbox.clock.now()) throw new ControlError('notPossible', 'business time does not go back', 'to')
        return advance(sandbox, { to })
      })
      walking.set(
        sandbox,
        walk.catch(() => undefined),
      )
      return walk
    },
  }),
]
