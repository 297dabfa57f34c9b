import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core'

/** One step of the walk with what it measured. */
export interface WalkStep {
  readonly step: number
  readonly title: string
  readonly picture: string
  readonly milliseconds: number
  readonly measured?: Record<string, number>
}
export interface WalkOptions {
  readonly url: string
  /** Folder for pictures and timing.json; none are kept when absent. */
  readonly out?: string
  readonly context: BrowserContext
  /** Exported glucose files that are uploaded. */
  readonly files: { readonly libre: string; readonly cgm: string }
}

/** Longer than anything takes on a machine that builds and tests at the same time. */
export const WAIT_MS = 30_000

/** State of a walk in progress: the portal page, the console page, and what has been measured. */
export class Walk {
  readonly steps: WalkStep[] = []
  private began = performance.now()
  portal!: Page
  console!: Page

  constructor(readonly options: WalkOptions) {
    if (options.out) mkdirSync(options.out, { recursive: true })
  }

  /** Ends a step: a picture of `page`, and its time. */
  async done(title: string, page: Page, name: string, measured?: Record<string, number>): Promise<void> {
    const step = this.steps.length + 1
    const picture = `${String(step).padStart(2, '0')}-${name}.png`
    // A page behind another one does not paint what is opening.
    await page.bringToFront()
    if (this.options.out) await page.screenshot({ path: join(this.options.out, picture), animations: 'disabled' })
    this.steps.push({
      step,
      title,
      picture,
      milliseconds: Math.round(performance.now() - this.began),
      ...(measured ? { measured } : {}),
    })
    this.began = performance.now()
  }

  /** The mini-program in one of the two phones. */
  app(who: 'patient' | 'physician'): FrameLocator {
    return this.portal.getByTestId(`slot-${who}`).frameLocator('[data-testid="mini-program-frame"]')
  }
  phone(who: 'patient' | 'physician'): Locator {
    return this.portal.getByTestId(`slot-${who}`)
  }

  /** Waits until the portal's own walk has ticked a step off. */
  ticked(step: string): Promise<void> {
    return this.portal.locator(`[data-testid="step-${step}"][data-state="done"]`).waitFor({ timeout: WAIT_MS })
  }

  writeTiming(): void {
    if (this.options.out)
      writeFileSync(join(this.options.out, 'timing.json'), `${JSON.stringify(this.steps, null, 2)}\n`)
  }
}
