import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runModule } from './testing/run-module'

describe('finding a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'))
  const program = join(folder, 'chromium')
  beforeAll(() => {
    writeFileSync(program, '#!/bin/sh\n')
    chmodSync(program, 0o755)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const find = (env: object) =>
    runModule(`const { findBrowser } = await import(scripts + 'browser.mjs')
      console.log(await findBrowser({ env: ${JSON.stringify(env)} }).catch(({ code, hint }) => code + ' ' + hint))`)

  it('takes the one CHROME_PATH names', async () => {
    expect((await find({ CHROME_PATH: program })).stdout).toBe(program)
  })
  it('says so when CHROME_PATH names nothing, instead of taking another', async () => {
    expect((await find({ CHROME_PATH: join(folder, 'none'), PATH: folder })).stdout).toMatch(
      /^browser-missing CHROME_PATH names .*不存在/,
    )
  })
  it('takes the first on the PATH', async () => {
    const { stdout } = await runModule(`const { installedBrowser } = await import(scripts + 'browser.mjs')
      console.log(installedBrowser({ PATH: ${JSON.stringify(folder)} }))`)
    expect(stdout).toBe(program)
  })
})
