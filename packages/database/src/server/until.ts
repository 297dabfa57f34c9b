import { setTimeout } from 'node:timers/promises'

/**
 * Asks again and again until the answer is not undefined.
 * @returns the answer, or undefined when none came within `milliseconds`
 */
export async function until<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  milliseconds: number,
  interval = 50,
): Promise<T | undefined> {
  for (const deadline = performance.now() + milliseconds; ;) {
    const answer = await ask()
    if (answer !== undefined || performance.now() > deadline) return answer
    await setTimeout(interval)
  }
}
