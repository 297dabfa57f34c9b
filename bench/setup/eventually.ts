import { setTimeout as pause } from 'node:timers/promises'

/** Asks until there is an answer; throws with `what` when there is none in time. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  { withinMs = 30_000, everyMs = 50 } = {},
): Promise<T> {
  const until = performance.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (performance.now() > until) throw new Error(`waited ${withinMs} ms in vain: ${what}`)
    await pause(everyMs)
  }
}
