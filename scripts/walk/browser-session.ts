import { chromium } from 'playwright-core'
import type { Browser, BrowserContext } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

export interface BrowserSession {
  readonly browser: Browser
  readonly context: BrowserContext
  /** Errors of pages, so that a walk that looks right but is broken underneath fails. */
  readonly errors: string[]
}

/** Headless Chromium with one context at the size the portal is drawn for. */
export async function openBrowser(executablePath: string): Promise<BrowserSession> {
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const errors: string[] = []
  context.on('weberror', (error) => errors.push(error.error().message))
  return { browser, context, errors }
}
