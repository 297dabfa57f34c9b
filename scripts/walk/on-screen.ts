import type { FrameLocator, Locator, Page } from 'playwright-core'
import { WAIT_MS } from './walk'

/** Somewhere on a screen: a page, a part of it, or the mini-program in a phone. */
export type Place = FrameLocator | Locator | Page

/** What is written is what one taps: the visible element with these words. Pages below in a mini-program's stack stay in the document. */
export const words = (where: Place, text: string | RegExp): Locator =>
  where
    .getByText(text, typeof text === 'string' ? { exact: true } : {})
    .locator('visible=true')
    .last()
export const tap = (where: Place, text: string | RegExp): Promise<void> =>
  words(where, text).click({ timeout: WAIT_MS })
export const shows = (where: Place, text: string | RegExp): Promise<void> =>
  words(where, text).waitFor({ timeout: WAIT_MS })

/** The field that stands on top of a mini-program's stack. */
export const field = (where: Place): Locator => where.locator('textarea, input').locator('visible=true').last()
/** A button that has a name but no words. */
export const named = (where: Place, name: string): Locator =>
  where.locator(`[aria-label="${name}"]`).locator('visible=true').last()

/** Real milliseconds until `until` holds. */
export async function timed(act: () => Promise<unknown>, until: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  await until()
  return Math.round(performance.now() - began)
}
