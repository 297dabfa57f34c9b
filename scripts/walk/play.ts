import { conversationSteps } from './conversation/steps'
import { askAssistant, contactCode, enrol, followUp, importGlucose, physicianReplies, welcome } from './steps'
import { Walk } from './walk'
import type { WalkOptions, WalkStep } from './walk'

/** The walks that can be played: the first one through the product, and the conversation in all its ways. */
export const walks = {
  walk: [contactCode, welcome, enrol, askAssistant, physicianReplies, followUp, importGlucose],
  conversation: conversationSteps,
} as const
export type WalkName = keyof typeof walks

/** Plays a whole walk in a browser; throws at the first thing that does not come. */
export async function playWalk(name: WalkName, options: WalkOptions): Promise<WalkStep[]> {
  const walk = new Walk(options)
  try {
    for (const step of walks[name]) await step(walk)
    return walk.steps
  } catch (error) {
    // What stood on the screens when it stopped says more than the stack.
    if (options.out)
      for (const [which, page] of [
        ['portal', walk.portal],
        ['console', walk.console],
      ] as const)
        await page?.screenshot({ path: `${options.out}/stopped-${which}.png` }).catch(() => undefined)
    throw error
  } finally {
    walk.writeTiming()
  }
}
