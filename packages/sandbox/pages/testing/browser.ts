import { chromium } from 'playwright-core'
import type { Browser, BrowserContext } from 'playwright-core'

/** Headless Chromium as installed on the machine, and a window in it. */
export async function browserContext(window: {
  width: number
  height: number
  scale: number
}): Promise<{ browser: Browser; context: BrowserContext }> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const context = await browser.newContext({
    viewport: { width: window.width, height: window.height },
    deviceScaleFactor: window.scale,
    locale: 'zh-CN',
  })
  context.setDefaultTimeout(15_000)
  return { browser, context }
}
