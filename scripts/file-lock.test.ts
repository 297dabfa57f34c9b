import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runModule } from './testing/run-module'

describe('a file lock', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'file-lock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** Holds the lock while it counts a file up by read, pause, write: two at once would lose a count. */
  const counting = () =>
    runModule(`
      import { readFileSync, writeFileSync } from 'node:fs'
      const { withLock } = await import(scripts + 'file-lock.mjs')
      for (let round = 0; round < 5; round++)
        await withLock(${JSON.stringify(join(folder, 'lock'))}, {}, async () => {
          const count = Number(readFileSync(${JSON.stringify(join(folder, 'count'))}, 'utf8'))
          await new Promise((resolve) => setImmediate(resolve))
          writeFileSync(${JSON.stringify(join(folder, 'count'))}, String(count + 1))
        })`)

  it('lets one process in at a time, also past the lock of one that is gone', async () => {
    const gone = await runModule('console.log(process.pid)')
    writeFileSync(join(folder, 'lock'), gone.stdout)
    writeFileSync(join(folder, 'count'), '0')
    const ends = await Promise.all([counting(), counting(), counting()])
    expect(ends.map(({ status, stderr }) => `${status}${stderr}`)).toEqual(['0', '0', '0'])
    expect(readFileSync(join(folder, 'count'), 'utf8')).toBe('15')
  }, 60_000)
})
