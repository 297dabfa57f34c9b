import type { Page } from 'playwright-core'
import { shows, tap, words } from './on-screen'
import { WAIT_MS } from './walk'
import type { Walk } from './walk'

/** Signs the operator in to the console through WeCom, from its sign-in page. */
export async function signIn(page: Page): Promise<void> {
  await tap(page, '用企业微信登录')
  await tap(page, '许可')
}

/** Opens a page of the console. A staff session lasts twelve hours, so after a day has passed the console asks again. */
export async function openConsole(walk: Walk, path: string, known: string | RegExp): Promise<void> {
  const { console: page, options } = walk
  await page.bringToFront()
  const address = `${options.url}/console${path}`
  await page.goto(address)
  const there = words(page, known)
  await words(page, '用企业微信登录').or(there).first().waitFor({ timeout: WAIT_MS })
  if (await there.isVisible()) return
  await signIn(page)
  await shows(page, '2型糖尿病院外管理')
  await page.goto(address)
  await there.waitFor({ timeout: WAIT_MS })
}
