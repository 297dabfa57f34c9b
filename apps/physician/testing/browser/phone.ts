import { chromium, type Browser, type Frame, type Page } from 'playwright-core'
import type { AddressInfo } from 'node:net'
import { fixtureHost, type FixtureHost } from './fixture-host'

/** The built h5 app inside a phone frame, in headless Chromium, over a fixture host. */
export interface OpenPhone {
  readonly host: FixtureHost
  readonly page: Page
  readonly app: Frame
  close(): Promise<void>
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', headless: true, args })

/** Opens a page of the app. `alone` leaves the phone out, as a plain browser would. */
export const openPhone = async (
  browser: Browser,
  options: {
    path?: string
    environment?: 'wecom' | 'wechat'
    frame?: 'phone' | 'alone'
    scheme?: 'light' | 'dark'
  } = {},
): Promise<OpenPhone> => {
  const host = fixtureHost()
  await new Promise<void>((resolve) => host.server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(host.server.address() as AddressInfo).port}`
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    colorScheme: options.scheme ?? 'light',
  })
  const page = await context.newPage()
  const path = options.path ?? 'pages/inbox/index'
  if (options.frame === 'alone') await page.goto(`${origin}/apps/physician/#/${path}`)
  else {
    const query = new URLSearchParams({ phone: 'lin', environment: options.environment ?? 'wecom', page: path })
    await page.goto(`${origin}/phone.html?${query.toString()}`)
  }
  const app = options.frame === 'alone' ? page.mainFrame() : await framed(page)
  return {
    host,
    page,
    app,
    close: async () => {
      await context.close()
      host.server.closeAllConnections()
      await new Promise((resolve) => host.server.close(resolve))
    },
  }
}

const framed = async (page: Page): Promise<Frame> => {
  const element = await page.waitForSelector('iframe')
  const frame = await element.contentFrame()
  if (!frame) throw new Error('the phone has no frame')
  await frame.waitForURL(/apps\/physician/)
  return frame
}
