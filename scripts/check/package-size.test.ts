import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mainPackageBytes, packageSize } from './package-size'

const MB = 1024 * 1024

describe('package size', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'package-size-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))
  const build = (app: string, bytes: number): string => {
    const folder = join(root, 'apps', app, 'dist/weapp')
    mkdirSync(join(folder, 'charts'), { recursive: true })
    writeFileSync(
      join(folder, 'app.json'),
      JSON.stringify({ pages: [], subPackages: [{ root: 'charts/', pages: [] }] }),
    )
    writeFileSync(join(folder, 'app.js'), Buffer.alloc(bytes))
    writeFileSync(join(folder, 'app.js.map'), Buffer.alloc(MB))
    writeFileSync(join(folder, 'charts', 'page.js'), Buffer.alloc(MB))
    return folder
  }
  const checked = () => packageSize.run({ root, changed: null, write: false })

  it('counts the main package without subpackages and source maps', () => {
    expect(mainPackageBytes(build('patient', 1000))).toBe(
      1000 + JSON.stringify({ pages: [], subPackages: [{ root: 'charts/', pages: [] }] }).length,
    )
  })
  it('fails over 2 MB, warns over 1 MB, passes below, and says what is not built', async () => {
    expect((await checked()).kind).toBe('skipped')
    build('patient', 1000)
    expect(await checked()).toMatchObject({ kind: 'passed', summary: expect.stringContaining('physician not built') })
    build('physician', MB)
    expect((await checked()).kind).toBe('warned')
    build('physician', 2 * MB)
    expect((await checked()).kind).toBe('failed')
  })
})
