import { askAssistant, contactCode, enrol, followUp, importGlucose, physicianReplies, welcome } from './steps'
import { Walk } from './walk'
import type { WalkOptions, WalkStep } from './walk'

/** Plays the whole first walk in a browser; throws at the first thing that does not come. */
export async function playWalk(options: WalkOptions): Promise<WalkStep[]> {
  const walk = new Walk(options)
  try {
    for (const step of [contactCode, welcome, enrol, askAssistant, physicianReplies, followUp, importGlucose])
      await step(walk)
    return walk.steps
  } catch (error) {
    // What stood on the screens when it stopped says more than the stack.
    if (options.out)
      for (const [name, page] of [
        ['portal', walk.portal],
        ['console', walk.console],
      ] as const)
        await page?.screenshot({ path: `${options.out}/stopped-${name}.png` }).catch(() => undefined)
    throw error
  } finally {
    walk.writeTiming()
  }
}
