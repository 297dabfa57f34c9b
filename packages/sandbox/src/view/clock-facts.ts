import type { Sandbox } from '../sandbox'

/** Business time, and the next instant at which anything is scheduled here or at a follower, as far as known. */
export function clockFacts(sandbox: Sandbox): { now: string; mode: 'running' | 'frozen'; nextInstant: string | null } {
  const { clock, pusher, presence } = sandbox
  const later = [pusher.nextInstant(), presence.nextInstant()].filter(
    (at): at is number => at !== null && at > clock.now(),
  )
  return {
    now: new Date(clock.now()).toISOString(),
    mode: clock.mode(),
    nextInstant: later.length === 0 ? null : new Date(Math.min(...later)).toISOString(),
  }
}
